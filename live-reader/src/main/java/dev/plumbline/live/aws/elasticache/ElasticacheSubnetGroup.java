package dev.plumbline.live.aws.elasticache;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** {@code aws_elasticache_subnet_group}: one listing for all, then their tags. */
public final class ElasticacheSubnetGroup implements ResourceType {

  private static final String DESCRIBE = "elasticache:DescribeCacheSubnetGroups";

  /** AWS's own, which has no tags. */
  private static final String DEFAULT = "default";

  @Override
  public String name() {
    return "aws_elasticache_subnet_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, CacheListings.TAGS, TagIndex.ACTION));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, CacheSubnetGroup> groups = groups(batch.scope());
    return batch.each(recorded -> observed(batch, recorded, groups.get(recorded.id())));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, @Nullable CacheSubnetGroup group) {
    if (group == null) {
      return CacheListings.gone(DESCRIBE);
    }
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("name", group.cacheSubnetGroupName())
        .put("arn", group.arn())
        .put("description", group.cacheSubnetGroupDescription())
        .put("vpc_id", group.vpcId())
        .put("subnet_ids", group.subnets().stream().map(Subnet::subnetIdentifier).toList())
        .tags(CacheListings.tags(batch.scope(), group.arn()))
        .found();
  }

  private static Map<String, CacheSubnetGroup> groups(AwsScope scope) {
    return CacheListings.byName(
        scope,
        DESCRIBE,
        () ->
            CacheListings.client(scope)
                .describeCacheSubnetGroupsPaginator(r -> r.maxRecords(CacheListings.PAGE))
                .cacheSubnetGroups()
                .stream()
                .toList(),
        CacheSubnetGroup::cacheSubnetGroupName);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return groups(scope).keySet().stream().filter(name -> !name.equals(DEFAULT)).sorted().toList();
  }
}
