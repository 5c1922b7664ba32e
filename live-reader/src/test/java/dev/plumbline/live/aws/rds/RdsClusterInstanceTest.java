package dev.plumbline.live.aws.rds;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

final class RdsClusterInstanceTest {

  private static final Map<String, Value> RECORDED =
      Map.of(
          "id", Value.of("main-1"),
          "identifier", Value.of("main-1"),
          "cluster_identifier", Value.of("main"),
          "engine_version", Value.of("16.4"));

  private final RdsAccount rds = new RdsAccount();

  @ParameterizedTest
  @CsvSource({
    "id,                       main-1",
    "identifier,               main-1",
    "arn,                      arn:main-1",
    "cluster_identifier,       main",
    "dbi_resource_id,          db-ABC",
    "instance_class,           db.r6g.large",
    "engine,                   aurora-postgresql",
    "engine_version,           16.4",
    "engine_version_actual,    16.4",
    "endpoint,                 main-1.example",
    "availability_zone,        us-east-1a",
    "ca_cert_identifier,       rds-ca-rsa2048-g1",
    "custom_iam_instance_profile, profile",
    "db_parameter_group_name,  tuned",
    "db_subnet_group_name,     private",
    "kms_key_id,               arn:key",
    "monitoring_role_arn,      arn:monitoring",
    "network_type,             IPV4",
    "performance_insights_kms_key_id, arn:pi",
    "preferred_backup_window,  03:00-04:00",
    "preferred_maintenance_window, sun:04:30-sun:05:30",
  })
  void reads_a_member_under_terraforms_own_names(String attribute, String value) {
    rds.instances.add(rich().build());

    assertThat(found(observe()).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void nothing_of_the_type_is_left_unanswered_for() {
    rds.instances.add(rich().build());
    rds.clusters.add(cluster(true));

    Value.Mapping attributes = found(observe());

    assertComplete("aws_rds_cluster_instance", attributes);
    assertThat(attributes.at("port")).isEqualTo(Value.of(5432));
    assertThat(attributes.at("promotion_tier")).isEqualTo(Value.of(1));
    assertThat(attributes.at("publicly_accessible")).isEqualTo(Value.of(false));
    assertThat(attributes.at("writer")).isEqualTo(Value.of(true));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_failover_moves_who_writes() {
    rds.instances.add(rich().build());
    rds.clusters.add(cluster(false));

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Found.class,
            found -> {
              assertThat(found.attributes().at("writer")).isEqualTo(Value.of(false));
              assertThat(found.moving()).containsKey("writer");
            });
  }

  @Test
  void who_writes_stays_unobserved_where_no_cluster_tells() {
    rds.instances.add(rich().build());

    assertThat(found(observe()).entries()).doesNotContainKey("writer");
  }

  @Test
  void an_instance_that_the_listing_lacks_is_gone() {
    rds.instances.add(rich().dbInstanceIdentifier("main-2").build());

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @CsvSource({"creating", "deleting"})
  void an_instance_in_transition_is_unreadable(String status) {
    rds.instances.add(rich().dbInstanceStatus(status).build());

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    rds.failure = "AccessDenied";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("rds:DescribeDBInstances"));
  }

  @Test
  void discovers_the_members_of_clusters_only() {
    rds.instances.add(rich().build());
    rds.instances.add(rich().dbInstanceIdentifier("alone").dbClusterIdentifier(null).build());
    rds.instances.add(rich().dbInstanceIdentifier("graph-1").engine("neptune").build());

    assertThat(FakeScope.discover(new RdsClusterInstance(), Map.of(RdsClient.class, rds)))
        .containsExactly("main-1");
  }

  private Observation observe() {
    return FakeScope.observe(
            new RdsClusterInstance(),
            Map.of(RdsClient.class, rds),
            recorded("aws_rds_cluster_instance", RECORDED))
        .getFirst();
  }

  private static DBCluster cluster(boolean writes) {
    return DBCluster.builder()
        .dbClusterIdentifier("main")
        .dbClusterMembers(
            m -> m.dbInstanceIdentifier("main-2").isClusterWriter(!writes),
            m -> m.dbInstanceIdentifier("main-1").isClusterWriter(writes))
        .build();
  }

  private static DBInstance.Builder rich() {
    return DBInstance.builder()
        .dbInstanceIdentifier("main-1")
        .dbInstanceArn("arn:main-1")
        .dbClusterIdentifier("main")
        .dbiResourceId("db-ABC")
        .dbInstanceStatus("available")
        .dbInstanceClass("db.r6g.large")
        .engine("aurora-postgresql")
        .engineVersion("16.4")
        .endpoint(e -> e.address("main-1.example").port(5432))
        .availabilityZone("us-east-1a")
        .caCertificateIdentifier("rds-ca-rsa2048-g1")
        .customIamInstanceProfile("profile")
        .dbParameterGroups(g -> g.dbParameterGroupName("tuned"))
        .dbSubnetGroup(g -> g.dbSubnetGroupName("private"))
        .kmsKeyId("arn:key")
        .monitoringRoleArn("arn:monitoring")
        .networkType("IPV4")
        .performanceInsightsKMSKeyId("arn:pi")
        .preferredBackupWindow("03:00-04:00")
        .preferredMaintenanceWindow("sun:04:30-sun:05:30")
        .promotionTier(1)
        .publiclyAccessible(false)
        .tagList(t -> t.key("team").value("core"));
  }
}
