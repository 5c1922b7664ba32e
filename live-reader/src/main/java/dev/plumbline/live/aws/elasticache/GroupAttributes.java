package dev.plumbline.live.aws.elasticache;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.live.aws.applicationautoscaling.ScalableTargets;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.DataTieringStatus;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** ElastiCache's answer about one group under {@code aws_elasticache_replication_group}'s names. */
final class GroupAttributes {

  private static final List<String> SCALED =
      List.of(
          "member_clusters", "num_cache_clusters", "num_node_groups", "replicas_per_node_group");

  private GroupAttributes() {}

  static Attributes of(Attributes attributes, RecordedResource recorded, ReplicationGroup group) {
    var global = group.globalReplicationGroupInfo();
    // what is said of each member is the provider's word, not what the group says of them
    attributes
        .fromAllBut(
            group,
            "at_rest_encryption_enabled",
            "auto_minor_version_upgrade",
            "engine",
            "transit_encryption_enabled",
            "transit_encryption_mode")
        .put("id", recorded.id())
        .put(
            "global_replication_group_id",
            global == null ? null : global.globalReplicationGroupId())
        .put("num_cache_clusters", group.memberClusters().size())
        .put("num_node_groups", group.nodeGroups().size())
        .put("data_tiering_enabled", group.dataTiering() == DataTieringStatus.ENABLED)
        .put("log_delivery_configuration", LogDelivery.of(group.logDeliveryConfigurations()));
    onOff(attributes, "automatic_failover_enabled", group.automaticFailoverAsString());
    onOff(attributes, "multi_az_enabled", group.multiAZAsString());
    endpoints(attributes, group);
    return attributes;
  }

  /** {@code enabling} is as good as {@code enabled}. */
  private static void onOff(Attributes attributes, String name, @Nullable String status) {
    if (status != null) {
      attributes.put(name, status.toLowerCase(Locale.ROOT).startsWith("enabl"));
    }
  }

  private static void endpoints(Attributes attributes, ReplicationGroup group) {
    Endpoint configuration = group.configurationEndpoint();
    NodeGroup first = group.nodeGroups().isEmpty() ? null : group.nodeGroups().getFirst();
    Endpoint primary = first == null ? null : first.primaryEndpoint();
    Endpoint reader = first == null ? null : first.readerEndpoint();
    attributes
        .put("configuration_endpoint_address", address(configuration))
        .put("primary_endpoint_address", address(configuration == null ? primary : null))
        .put("reader_endpoint_address", address(configuration == null ? reader : null));
    Endpoint any = configuration == null ? primary : configuration;
    ClusterSettings.told(attributes, "port", any == null ? null : any.port());
    if (first != null) {
      attributes.put("replicas_per_node_group", first.nodeGroupMembers().size() - 1);
    }
  }

  private static @Nullable String address(@Nullable Endpoint endpoint) {
    return endpoint == null ? null : endpoint.address();
  }

  /** What the first member tells, and what autoscaling does to their number. */
  static void members(
      Attributes attributes, AwsScope scope, RecordedResource recorded, ReplicationGroup group) {
    group.nodeGroups().stream()
        .limit(1)
        .flatMap(nodes -> nodes.nodeGroupMembers().stream().limit(1))
        .map(member -> CacheListings.clusters(scope).get(member.cacheClusterId()))
        .flatMap(java.util.stream.Stream::ofNullable)
        .forEach(cluster -> member(attributes, recorded, cluster));
    List<NodeGroup> nodes = group.nodeGroups();
    int replicas = nodes.isEmpty() ? 0 : nodes.getFirst().nodeGroupMembers().size() - 1;
    if (differs(recorded.at("num_node_groups"), nodes.size())) {
      scaled(attributes, scope, group, "NodeGroups");
    }
    if (differs(recorded.at("replicas_per_node_group"), replicas)) {
      scaled(attributes, scope, group, "Replicas");
    }
  }

  private static void member(
      Attributes attributes, RecordedResource recorded, CacheCluster cluster) {
    ClusterSettings.put(attributes, recorded, cluster);
    attributes
        .put("at_rest_encryption_enabled", Boolean.TRUE.equals(cluster.atRestEncryptionEnabled()))
        .put("transit_encryption_enabled", Boolean.TRUE.equals(cluster.transitEncryptionEnabled()))
        .put("transit_encryption_mode", cluster.transitEncryptionModeAsString())
        .put(
            "security_group_names",
            cluster.cacheSecurityGroups().stream()
                .map(CacheSecurityGroupMembership::cacheSecurityGroupName)
                .toList());
  }

  private static boolean differs(Value recorded, int now) {
    return !recorded.isEmpty() && !recorded.equals(Shape.of(now));
  }

  private static void scaled(
      Attributes attributes, AwsScope scope, ReplicationGroup group, String dimension) {
    ScalableTargets.moving(
            scope,
            "elasticache",
            "replication-group/" + group.replicationGroupId(),
            "elasticache:replication-group:" + dimension)
        .ifPresent(why -> SCALED.forEach(each -> attributes.moving(each, why)));
  }
}
