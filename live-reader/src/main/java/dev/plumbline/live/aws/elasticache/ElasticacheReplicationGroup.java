package dev.plumbline.live.aws.elasticache;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.live.aws.applicationautoscaling.ScalableTargets;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * {@code aws_elasticache_replication_group}, from the listing of all groups and, for what only its
 * members tell, of all clusters; its tags are a call each.
 */
public final class ElasticacheReplicationGroup implements ResourceType {

  private static final String DESCRIBE = "elasticache:DescribeReplicationGroups";

  @Override
  public String name() {
    return "aws_elasticache_replication_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(
        Set.of(
            DESCRIBE,
            CacheListings.CLUSTERS,
            CacheListings.TAGS,
            TagIndex.ACTION,
            ScalableTargets.DESCRIBE));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(
            Sibling.elements(
                "member_clusters",
                "aws_elasticache_cluster",
                "replication_group_id",
                "id",
                member -> List.of(member.at("cluster_id"))))
        .withUnobservable("no API returns it", "auth_token")
        .withUnobservable(
            "local to Terraform",
            "apply_immediately",
            "auth_token_update_strategy",
            "final_snapshot_identifier")
        .withUnobservable(
            "only sent along when it is changed; the provider does not read it back",
            "notification_topic_arn")
        .withUnobservable(
            "only said when the group is made",
            "preferred_cache_cluster_azs",
            "snapshot_arns",
            "snapshot_name");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, ReplicationGroup> groups = groups(batch.scope());
    return batch.each(recorded -> observed(batch, recorded, groups.get(recorded.id())));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, @Nullable ReplicationGroup group) {
    if (group == null) {
      return CacheListings.gone(DESCRIBE);
    }
    AwsScope scope = batch.scope();
    return switch (String.valueOf(group.status())) {
      case "deleting" -> new Observation.Gone(DESCRIBE + " says that the group is deleting");
      case "creating" ->
          throw new ReadFailure(
              ReadFailure.Kind.IN_TRANSITION,
              DESCRIBE,
              "in transition (creating); read again later.");
      default -> {
        Attributes attributes = GroupAttributes.of(batch.attributes(), recorded, group);
        GroupAttributes.members(attributes, scope, recorded, group);
        yield attributes.tags(CacheListings.tags(scope, group.arn())).found();
      }
    };
  }

  private static Map<String, ReplicationGroup> groups(AwsScope scope) {
    return CacheListings.byName(
        scope,
        DESCRIBE,
        () ->
            CacheListings.client(scope)
                .describeReplicationGroupsPaginator(r -> r.maxRecords(CacheListings.PAGE))
                .replicationGroups()
                .stream()
                .toList(),
        ReplicationGroup::replicationGroupId);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return groups(scope).values().stream()
        .map(ReplicationGroup::replicationGroupId)
        .sorted()
        .toList();
  }
}
