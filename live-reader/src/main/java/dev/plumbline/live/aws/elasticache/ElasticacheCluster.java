package dev.plumbline.live.aws.elasticache;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.NotificationConfiguration;

/** {@code aws_elasticache_cluster}, from the listing of all clusters; its tags are a call each. */
public final class ElasticacheCluster implements ResourceType {

  private static final Set<String> MOVING = Set.of("creating", "deleting");

  @Override
  public String name() {
    return "aws_elasticache_cluster";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(CacheListings.CLUSTERS, CacheListings.TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .withUnobservable("local to Terraform", "apply_immediately", "final_snapshot_identifier")
        .withUnobservable(
            "only said when the cluster is made",
            "outpost_mode",
            "preferred_availability_zones",
            "snapshot_arns",
            "snapshot_name");
  }

  @Override
  public Set<String> creations() {
    return Set.of("CreateCacheCluster");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, CacheCluster> clusters = CacheListings.clusters(batch.scope());
    return batch.each(recorded -> observed(batch, recorded, clusters.get(recorded.id())));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, @Nullable CacheCluster cluster) {
    if (cluster == null) {
      return CacheListings.gone(CacheListings.CLUSTERS);
    }
    if (MOVING.contains(String.valueOf(cluster.cacheClusterStatus()))) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          CacheListings.CLUSTERS,
          "in transition (%s); read again later.".formatted(cluster.cacheClusterStatus()));
    }
    Attributes attributes =
        batch
            .attributes()
            .fromAllBut(cluster, "configuration_endpoint", "cache_nodes", "engine_version")
            .put("id", recorded.id())
            .put("cluster_id", cluster.cacheClusterId());
    zones(attributes, cluster);
    ClusterSettings.put(attributes, recorded, cluster);
    CacheNodes.put(attributes, cluster);
    notification(attributes, cluster.notificationConfiguration());
    return attributes
        .put("log_delivery_configuration", LogDelivery.of(cluster.logDeliveryConfigurations()))
        .tags(CacheListings.tags(batch.scope(), cluster.arn()))
        .found();
  }

  private static void zones(Attributes attributes, CacheCluster cluster) {
    String zone = cluster.preferredAvailabilityZone();
    attributes
        .put("availability_zone", zone)
        .put("az_mode", "Multiple".equals(zone) ? "cross-az" : "single-az");
  }

  /** A topic cannot be taken away, only made inactive. */
  private static void notification(
      Attributes attributes, @Nullable NotificationConfiguration notification) {
    if (notification != null) {
      boolean active = "active".equals(notification.topicStatus());
      attributes.put("notification_topic_arn", active ? notification.topicArn() : null);
    }
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return CacheListings.clusters(scope).values().stream()
        .filter(cluster -> cluster.replicationGroupId() == null)
        .map(CacheCluster::cacheClusterId)
        .sorted()
        .toList();
  }
}
