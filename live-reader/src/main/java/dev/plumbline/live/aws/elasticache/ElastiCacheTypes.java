package dev.plumbline.live.aws.elasticache;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of ElastiCache, with what makes each reader. */
public final class ElastiCacheTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_elasticache_cluster", ElasticacheCluster::new),
          Map.entry("aws_elasticache_parameter_group", ElasticacheParameterGroup::new),
          Map.entry("aws_elasticache_replication_group", ElasticacheReplicationGroup::new),
          Map.entry("aws_elasticache_subnet_group", ElasticacheSubnetGroup::new));

  private ElastiCacheTypes() {}
}
