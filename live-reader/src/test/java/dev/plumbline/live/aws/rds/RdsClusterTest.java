package dev.plumbline.live.aws.rds;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.GlobalCluster;

final class RdsClusterTest {

  private static final Map<String, Value> RECORDED =
      Map.of("id", Value.of("main"), "engine_version", Value.of("16"));

  private final RdsAccount rds = new RdsAccount();

  @ParameterizedTest
  @CsvSource({
    "id,                             main",
    "cluster_identifier,             main",
    "cluster_resource_id,            cluster-ABC",
    "arn,                            arn:main",
    "engine,                         aurora-postgresql",
    "engine_mode,                    provisioned",
    "engine_version,                 16",
    "engine_version_actual,          16.4",
    "engine_lifecycle_support,       open-source-rds-extended-support-disabled",
    "database_name,                  app",
    "master_username,                admin",
    "endpoint,                       main.cluster.example",
    "reader_endpoint,                main.cluster-ro.example",
    "hosted_zone_id,                 Z1",
    "db_subnet_group_name,           private",
    "db_cluster_parameter_group_name, tuned",
    "db_cluster_instance_class,      db.r6gd.large",
    "db_system_id,                   sid",
    "preferred_backup_window,        03:00-04:00",
    "preferred_maintenance_window,   sun:04:30-sun:05:30",
    "kms_key_id,                     arn:key",
    "performance_insights_kms_key_id, arn:pi",
    "monitoring_role_arn,            arn:monitoring",
    "network_type,                   DUAL",
    "storage_type,                   aurora-iopt1",
    "cluster_scalability_type,       standard",
    "database_insights_mode,         advanced",
    "replication_source_identifier,  arn:source",
    "domain,                         d-1",
    "domain_iam_role_name,           ad",
    "ca_certificate_identifier,      rds-ca-rsa2048-g1",
    "ca_certificate_valid_till,      2061-05-01T00:00:00Z",
    "global_cluster_identifier,      world",
  })
  void reads_a_cluster_under_terraforms_own_names(String attribute, String value) {
    rds.clusters.add(rich().build());
    rds.globals.add(world());

    assertThat(found(observe(RECORDED)).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void nothing_of_the_type_is_left_unanswered_for() {
    rds.clusters.add(rich().build());

    Value.Mapping attributes = found(observe(RECORDED));

    assertComplete("aws_rds_cluster", attributes);
    assertThat(attributes.at("port")).isEqualTo(Value.of(5432));
    assertThat(attributes.at("backtrack_window")).isEqualTo(Value.of(3600));
    assertThat(attributes.at("deletion_protection")).isEqualTo(Value.of(true));
    assertThat(attributes.at("enable_http_endpoint")).isEqualTo(Value.of(true));
    assertThat(attributes.at("iam_database_authentication_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("cluster_members").items()).containsExactly(Value.of("main-1"));
    assertThat(attributes.at("iam_roles").items()).containsExactly(Value.of("arn:role"));
    assertThat(attributes.at("vpc_security_group_ids").items()).containsExactly(Value.of("sg-1"));
    assertThat(attributes.at("enabled_cloudwatch_logs_exports").items())
        .containsExactly(Value.of("postgresql"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(attributes.at("global_cluster_identifier").isEmpty()).isTrue();
  }

  @Test
  void reads_how_it_scales() {
    rds.clusters.add(rich().build());

    Value.Mapping attributes = found(observe(RECORDED));

    assertThat(only(attributes, "scaling_configuration").at("timeout_action"))
        .isEqualTo(Value.of("ForceApplyCapacityChange"));
    assertThat(only(attributes, "serverlessv2_scaling_configuration").at("max_capacity"))
        .isEqualTo(Shape.of(8.0));
  }

  @Test
  void of_the_master_users_secret_only_the_name_is_read() {
    rds.clusters.add(rich().build());

    Value.Mapping attributes = found(observe(RECORDED));

    assertThat(only(attributes, "master_user_secret").at("secret_arn"))
        .isEqualTo(Value.of("arn:secret"));
    assertThat(attributes.entries()).doesNotContainKeys("master_password", "master_password_wo");
  }

  @Test
  void an_upgrade_that_waits_for_the_maintenance_window_is_no_drift() {
    rds.clusters.add(
        rich().pendingModifiedValues(pending -> pending.engineVersion("16.6")).build());
    Map<String, Value> upgraded = new HashMap<>(RECORDED);
    upgraded.put("engine_version", Value.of("16.6"));

    assertThat(found(observe(upgraded)).at("engine_version")).isEqualTo(Value.of("16.6"));
  }

  @Test
  void a_database_name_that_rds_does_not_tell_stays_unobserved() {
    rds.clusters.add(rich().databaseName(null).build());

    assertThat(found(observe(RECORDED)).entries()).doesNotContainKey("database_name");
  }

  @ParameterizedTest
  @CsvSource({"creating", "deleting"})
  void a_cluster_in_transition_is_unreadable(String status) {
    rds.clusters.add(rich().status(status).build());

    assertThat(observe(RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition", status));
  }

  @Test
  void a_cluster_that_the_listing_lacks_is_gone() {
    rds.clusters.add(rich().dbClusterIdentifier("other").build());

    assertThat(observe(RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    rds.failure = "AccessDenied";

    assertThat(observe(RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("rds:DescribeDBClusters"));
  }

  @Test
  void discovers_clusters_but_not_those_of_other_services() {
    rds.clusters.add(rich().build());
    rds.clusters.add(rich().dbClusterIdentifier("graph").engine("neptune").build());
    rds.clusters.add(rich().dbClusterIdentifier("papers").engine("docdb").build());

    assertThat(FakeScope.discover(new RdsCluster(), Map.of(RdsClient.class, rds)))
        .containsExactly("main");
  }

  private static Value only(Value.Mapping attributes, String block) {
    return attributes.at(block).items().getFirst();
  }

  private Observation observe(Map<String, Value> attributes) {
    return FakeScope.observe(
            new RdsCluster(), Map.of(RdsClient.class, rds), recorded("aws_rds_cluster", attributes))
        .getFirst();
  }

  private static GlobalCluster world() {
    return GlobalCluster.builder()
        .globalClusterIdentifier("world")
        .globalClusterMembers(m -> m.dbClusterArn("arn:other"), m -> m.dbClusterArn("arn:main"))
        .build();
  }

  private static DBCluster.Builder rich() {
    return DBCluster.builder()
        .dbClusterIdentifier("main")
        .dbClusterResourceId("cluster-ABC")
        .dbClusterArn("arn:main")
        .status("available")
        .engine("aurora-postgresql")
        .engineMode("provisioned")
        .engineVersion("16.4")
        .engineLifecycleSupport("open-source-rds-extended-support-disabled")
        .databaseName("app")
        .masterUsername("admin")
        .endpoint("main.cluster.example")
        .readerEndpoint("main.cluster-ro.example")
        .hostedZoneId("Z1")
        .port(5432)
        .dbSubnetGroup("private")
        .dbClusterParameterGroup("tuned")
        .dbClusterInstanceClass("db.r6gd.large")
        .dbSystemId("sid")
        .preferredBackupWindow("03:00-04:00")
        .preferredMaintenanceWindow("sun:04:30-sun:05:30")
        .kmsKeyId("arn:key")
        .performanceInsightsKMSKeyId("arn:pi")
        .monitoringRoleArn("arn:monitoring")
        .networkType("DUAL")
        .storageType("aurora-iopt1")
        .clusterScalabilityType("standard")
        .databaseInsightsMode("advanced")
        .replicationSourceIdentifier("arn:source")
        .backtrackWindow(3600L)
        .deletionProtection(true)
        .httpEndpointEnabled(true)
        .iamDatabaseAuthenticationEnabled(true)
        .enabledCloudwatchLogsExports("postgresql")
        .domainMemberships(d -> d.domain("d-1").iamRoleName("ad"))
        .certificateDetails(
            c ->
                c.caIdentifier("rds-ca-rsa2048-g1")
                    .validTill(Instant.parse("2061-05-01T00:00:00Z")))
        .associatedRoles(r -> r.roleArn("arn:role"))
        .vpcSecurityGroups(g -> g.vpcSecurityGroupId("sg-1"))
        .dbClusterMembers(m -> m.dbInstanceIdentifier("main-1").isClusterWriter(true))
        .masterUserSecret(s -> s.secretArn("arn:secret").secretStatus("active"))
        .scalingConfigurationInfo(s -> s.timeoutAction("ForceApplyCapacityChange"))
        .serverlessV2ScalingConfiguration(s -> s.minCapacity(0.5).maxCapacity(8.0))
        .tagList(t -> t.key("team").value("core"));
  }
}
