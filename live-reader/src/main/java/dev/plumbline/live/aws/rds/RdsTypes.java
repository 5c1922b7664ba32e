package dev.plumbline.live.aws.rds;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of RDS, with what makes each reader. */
public final class RdsTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_db_instance", DbInstance::new),
          Map.entry("aws_db_parameter_group", DbParameterGroup::new),
          Map.entry("aws_db_subnet_group", DbSubnetGroup::new),
          Map.entry("aws_rds_cluster", RdsCluster::new),
          Map.entry("aws_rds_cluster_instance", RdsClusterInstance::new),
          Map.entry("aws_rds_cluster_parameter_group", RdsClusterParameterGroup::new));

  private RdsTypes() {}
}
