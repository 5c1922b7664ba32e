package dev.plumbline.live.aws.rds;

import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.Filter;

final class DbInstanceTest {

  private static final String RESOURCE = "db-ABC";
  private static final Map<String, Value> RECORDED =
      Map.of(
          "id", Value.of(RESOURCE),
          "resource_id", Value.of(RESOURCE),
          "identifier", Value.of("main"),
          "engine_version", Value.of("16"));

  private final FakeRds rds = new FakeRds();

  @ParameterizedTest
  @CsvSource({
    "id,                            db-ABC",
    "identifier,                    main",
    "instance_class,                db.t4g.medium",
    "db_name,                       app",
    "username,                      admin",
    "address,                       main.example",
    "endpoint,                      main.example:5432",
    "hosted_zone_id,                Z1",
    "backup_window,                 03:00-04:00",
    "maintenance_window,            sun:04:30-sun:05:30",
    "ca_cert_identifier,            rds-ca-rsa2048-g1",
    "db_subnet_group_name,          private",
    "parameter_group_name,          pg16",
    "option_group_name,             none",
    "engine_version,                16",
    "engine_version_actual,         16.3",
    "performance_insights_kms_key_id, arn:key",
    "replicate_source_db,           source",
    "domain,                        d-1",
    "domain_fqdn,                   corp.example",
  })
  void reads_an_instance_under_terraforms_own_names(String attribute, String value) {
    rds.instances.add(rich());

    assertThat(found(RECORDED).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void numbers_truths_and_lists_keep_their_kinds() {
    rds.instances.add(rich());

    Value.Mapping attributes = found(RECORDED);

    assertThat(attributes.at("port")).isEqualTo(Value.of(5432));
    assertThat(attributes.at("multi_az")).isEqualTo(Value.of(true));
    assertThat(attributes.at("iam_database_authentication_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("vpc_security_group_ids"))
        .isEqualTo(Value.of(List.of(Value.of("sg-1"))));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void of_the_master_users_secret_only_the_name_is_read() {
    rds.instances.add(
        instance().masterUserSecret(s -> s.secretArn("arn:secret").secretStatus("active")));

    assertThat(found(RECORDED).at("master_user_secret").items().getFirst().at("secret_arn"))
        .isEqualTo(Value.of("arn:secret"));
    assertThat(found(RECORDED).entries()).doesNotContainKeys("password", "password_wo");
  }

  @Test
  void an_instance_of_a_provider_before_5_is_found_by_its_identifier() {
    rds.instances.add(instance());

    assertThat(found(Map.of("id", Value.of("main"))).at("id")).isEqualTo(Value.of("main"));
  }

  @Test
  void a_renamed_instance_is_found_by_its_resource_id() {
    rds.instances.add(instance().dbInstanceIdentifier("other"));

    assertThat(found(RECORDED).at("identifier")).isEqualTo(Value.of("other"));
  }

  @Test
  void an_instance_without_an_endpoint_keeps_its_address_unobserved() {
    rds.instances.add(instance());

    assertThat(found(RECORDED).entries()).doesNotContainKeys("address", "endpoint", "port");
  }

  @Test
  void an_instance_that_the_listing_lacks_is_gone() {
    rds.instances.add(instance().dbiResourceId("db-ANOTHER"));

    assertThat(observe(RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"creating", "deleting"})
  void an_instance_in_transition_is_unreadable(String status) {
    rds.instances.add(instance().dbInstanceStatus(status));

    assertThat(observe(RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition", status));
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    rds.failure = "AccessDenied";

    assertThat(observe(RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("rds:DescribeDBInstances"));
  }

  @Test
  void discovers_instances_by_identifier_but_not_those_of_clusters() {
    rds.instances.add(instance());
    rds.instances.add(instance().dbInstanceIdentifier("member").dbClusterIdentifier("aurora"));

    assertThat(FakeScope.discover(new DbInstance(), Map.of(RdsClient.class, rds)))
        .isEqualTo(new DbInstance().importIds(recorded("aws_db_instance", RECORDED)))
        .containsExactly("main");
  }

  private Value.Mapping found(Map<String, Value> attributes) {
    Observation observation = observe(attributes);
    assertThat(observation).isInstanceOf(Observation.Found.class);
    return ((Observation.Found) observation).attributes();
  }

  private Observation observe(Map<String, Value> attributes) {
    return FakeScope.observe(
            new DbInstance(), Map.of(RdsClient.class, rds), recorded("aws_db_instance", attributes))
        .getFirst();
  }

  private static DBInstance.Builder rich() {
    return instance()
        .dbInstanceClass("db.t4g.medium")
        .dbName("app")
        .masterUsername("admin")
        .endpoint(e -> e.address("main.example").port(5432).hostedZoneId("Z1"))
        .preferredBackupWindow("03:00-04:00")
        .preferredMaintenanceWindow("sun:04:30-sun:05:30")
        .caCertificateIdentifier("rds-ca-rsa2048-g1")
        .dbSubnetGroup(g -> g.dbSubnetGroupName("private"))
        .dbParameterGroups(g -> g.dbParameterGroupName("pg16"))
        .optionGroupMemberships(o -> o.optionGroupName("none"))
        .performanceInsightsKMSKeyId("arn:key")
        .readReplicaSourceDBInstanceIdentifier("source")
        .domainMemberships(d -> d.domain("d-1").fqdn("corp.example"))
        .multiAZ(true)
        .iamDatabaseAuthenticationEnabled(true)
        .vpcSecurityGroups(g -> g.vpcSecurityGroupId("sg-1"))
        .tagList(t -> t.key("team").value("core"));
  }

  private static DBInstance.Builder instance() {
    return DBInstance.builder()
        .dbiResourceId(RESOURCE)
        .dbInstanceIdentifier("main")
        .dbInstanceStatus("modifying")
        .engineVersion("16.3");
  }

  private static final class FakeRds implements RdsClient {
    private final List<DBInstance.Builder> instances = new ArrayList<>();
    private String failure = "";

    @Override
    public DescribeDbInstancesResponse describeDBInstances(DescribeDbInstancesRequest request) {
      if (!failure.isEmpty()) {
        throw error(failure, 403);
      }
      return DescribeDbInstancesResponse.builder()
          .dbInstances(
              instances.stream()
                  .map(DBInstance.Builder::build)
                  .filter(each -> request.filters().stream().allMatch(f -> passes(f, each)))
                  .toList())
          .build();
    }

    private static boolean passes(Filter filter, DBInstance instance) {
      return filter
          .values()
          .contains(
              filter.name().equals("dbi-resource-id")
                  ? instance.dbiResourceId()
                  : instance.dbInstanceIdentifier());
    }

    @Override
    public String serviceName() {
      return "rds";
    }

    @Override
    public void close() {}
  }
}
