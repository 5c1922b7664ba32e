package dev.plumbline.live.aws.rds;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.EngineVersions;
import dev.plumbline.live.aws.applicationautoscaling.ScalableTargets;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterRole;
import software.amazon.awssdk.services.rds.model.DomainMembership;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** RDS's answer about one cluster under the names of {@code aws_rds_cluster}. */
final class ClusterAttributes {

  private ClusterAttributes() {}

  static Attributes of(
      Attributes attributes, AwsScope scope, RecordedResource recorded, DBCluster cluster) {
    attributes
        .fromAllBut(cluster, "database_name", "global_cluster_identifier")
        .put("id", cluster.dbClusterIdentifier())
        .put("arn", cluster.dbClusterArn())
        .put("cluster_identifier", cluster.dbClusterIdentifier())
        .put("cluster_resource_id", cluster.dbClusterResourceId())
        .put("db_cluster_parameter_group_name", cluster.dbClusterParameterGroup())
        .put("db_subnet_group_name", cluster.dbSubnetGroup())
        .put("enable_http_endpoint", Boolean.TRUE.equals(cluster.httpEndpointEnabled()))
        .put("scaling_configuration", cluster.scalingConfigurationInfo())
        .put("serverlessv2_scaling_configuration", cluster.serverlessV2ScalingConfiguration());
    version(attributes, recorded.at("engine_version").text(), cluster);
    belongings(attributes, cluster);
    // RDS takes a database name without telling it of some clusters: that is no change
    if (cluster.databaseName() != null) {
      attributes.put("database_name", cluster.databaseName());
    }
    members(attributes, scope, recorded, cluster);
    return attributes;
  }

  private static void version(Attributes attributes, String recorded, DBCluster cluster) {
    var pending = cluster.pendingModifiedValues();
    attributes
        .put(
            "engine_version",
            EngineVersions.asRecorded(
                recorded,
                String.valueOf(cluster.engineVersion()),
                pending == null ? null : pending.engineVersion()))
        .put("engine_version_actual", cluster.engineVersion());
    var certificate = cluster.certificateDetails();
    if (certificate != null) {
      attributes
          .put("ca_certificate_identifier", certificate.caIdentifier())
          .put("ca_certificate_valid_till", certificate.validTill());
    }
  }

  private static void belongings(Attributes attributes, DBCluster cluster) {
    attributes
        .put("domain", first(cluster, DomainMembership::domain))
        .put("domain_iam_role_name", first(cluster, DomainMembership::iamRoleName))
        .put("iam_roles", cluster.associatedRoles().stream().map(DBClusterRole::roleArn).toList())
        .put(
            "vpc_security_group_ids",
            cluster.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .toList());
  }

  private static @Nullable Object first(
      DBCluster cluster, java.util.function.Function<DomainMembership, @Nullable Object> name) {
    return InstanceAttributes.first(cluster.domainMemberships(), name);
  }

  /** Autoscaling adds readers and takes them away. */
  private static void members(
      Attributes attributes, AwsScope scope, RecordedResource recorded, DBCluster cluster) {
    List<Value> members =
        cluster.dbClusterMembers().stream()
            .map(DBClusterMember::dbInstanceIdentifier)
            .map(Value::of)
            .toList();
    attributes.put("cluster_members", Value.of(members));
    List<Value> known = recorded.at("cluster_members").items();
    if (!known.isEmpty() && !new HashSet<>(known).equals(new HashSet<>(members))) {
      ScalableTargets.moving(
              scope,
              "rds",
              "cluster:" + cluster.dbClusterIdentifier(),
              "rds:cluster:ReadReplicaCount")
          .ifPresent(why -> attributes.moving("cluster_members", why));
    }
  }
}
