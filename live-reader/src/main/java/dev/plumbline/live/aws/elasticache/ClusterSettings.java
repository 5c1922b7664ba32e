package dev.plumbline.live.aws.elasticache;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;

/** What a cluster and a replication group both show of a cluster. */
final class ClusterSettings {

  private ClusterSettings() {}

  static void put(Attributes attributes, RecordedResource recorded, CacheCluster cluster) {
    String engine = String.valueOf(cluster.engine());
    String version = String.valueOf(cluster.engineVersion());
    attributes
        .put("node_type", cluster.cacheNodeType())
        .put("engine", engine)
        .put(
            "engine_version",
            CacheVersions.shown(engine, version, recorded.at("engine_version").text()))
        .put(
            "engine_version_actual",
            engine.equals("memcached") ? version : CacheVersions.full(version))
        .put("auto_minor_version_upgrade", Boolean.TRUE.equals(cluster.autoMinorVersionUpgrade()))
        .put("subnet_group_name", cluster.cacheSubnetGroupName());
    if (cluster.hasSecurityGroups()) {
      attributes.put(
          "security_group_ids",
          cluster.securityGroups().stream().map(SecurityGroupMembership::securityGroupId).toList());
    }
    var parameters = cluster.cacheParameterGroup();
    told(
        attributes,
        "parameter_group_name",
        parameters == null ? null : parameters.cacheParameterGroupName());
    told(attributes, "maintenance_window", cluster.preferredMaintenanceWindow());
  }

  /** What every cluster has: an answer without it tells nothing. */
  static void told(Attributes attributes, String name, @Nullable Object value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }
}
