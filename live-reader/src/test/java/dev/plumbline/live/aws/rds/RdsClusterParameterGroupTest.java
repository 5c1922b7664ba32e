package dev.plumbline.live.aws.rds;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.Parameter;

final class RdsClusterParameterGroupTest {

  private final RdsAccount rds = new RdsAccount();

  @Test
  void reads_a_group_and_what_somebody_set_in_it() {
    rds.clusterGroups.add(group("catalogue", "postgres16"));
    rds.parameters.add(parameter("Log_Statement", "ALL", "user"));
    rds.parameters.add(parameter("work_mem", "4096", "engine-default"));

    Value.Mapping attributes = found(observe(List.of()));

    assertComplete("aws_rds_cluster_parameter_group", attributes);
    assertThat(attributes.at("id")).isEqualTo(Value.of("catalogue"));
    assertThat(attributes.at("family")).isEqualTo(Value.of("postgres16"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("about catalogue"));
    assertThat(attributes.at("arn")).isEqualTo(Value.of("arn:catalogue"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(attributes.at("parameter").items())
        .containsExactly(block("log_statement", "ALL", "pending-reboot"));
    assertThat(rds.asked).contains("parameters user").doesNotContain("parameters null");
  }

  @Test
  void a_recorded_parameter_that_has_its_default_is_read_as_well() {
    rds.clusterGroups.add(group("catalogue", "postgres16"));
    rds.parameters.add(parameter("log_statement", "all", "user"));
    rds.parameters.add(parameter("work_mem", "4096", "engine-default"));
    rds.parameters.add(parameter("max_connections", "100", "system"));

    Value recorded = Value.of(List.of(block("Work_mem", "4096", "immediate")));

    assertThat(found(observe(recorded)).at("parameter").items())
        .extracting(each -> each.at("name").text())
        .containsExactlyInAnyOrder("log_statement", "work_mem");
  }

  @Test
  void a_group_that_the_listing_lacks_is_gone() {
    rds.clusterGroups.add(group("other", "postgres16"));

    assertThat(observe(List.of())).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    rds.failure = "AccessDenied";

    assertThat(observe(List.of()))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(unreadable.action()).isEqualTo("rds:DescribeDBClusterParameterGroups"));
  }

  @Test
  void discovers_neither_awss_defaults_nor_other_services_groups() {
    rds.clusterGroups.add(group("catalogue", "postgres16"));
    rds.clusterGroups.add(group("default.postgres16", "postgres16"));
    rds.clusterGroups.add(group("graph", "neptune1.3"));
    rds.clusterGroups.add(group("papers", "docdb5.0"));

    assertThat(FakeScope.discover(new RdsClusterParameterGroup(), Map.of(RdsClient.class, rds)))
        .containsExactly("catalogue");
  }

  private Observation observe(List<Value> none) {
    return observe(Value.of(none));
  }

  private Observation observe(Value parameters) {
    return FakeScope.observe(
            new RdsClusterParameterGroup(),
            Map.of(RdsClient.class, rds),
            recorded(
                "aws_rds_cluster_parameter_group",
                Map.of("id", Value.of("catalogue"), "parameter", parameters)))
        .getFirst();
  }

  private static DBClusterParameterGroup group(String name, String family) {
    return DBClusterParameterGroup.builder()
        .dbClusterParameterGroupName(name)
        .dbClusterParameterGroupArn("arn:" + name)
        .dbParameterGroupFamily(family)
        .description("about " + name)
        .build();
  }

  private static Parameter parameter(String name, String value, String source) {
    return Parameter.builder()
        .parameterName(name)
        .parameterValue(value)
        .source(source)
        .applyMethod("pending-reboot")
        .build();
  }

  private static Value block(String name, String value, String method) {
    return Value.of(
        Map.of(
            "name", Value.of(name),
            "value", Value.of(value),
            "apply_method", Value.of(method)));
  }
}
