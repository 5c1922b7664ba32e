package dev.plumbline.live.aws.ssm;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Completeness;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

final class SsmParameterTest {

  private final FakeSsm ssm = new FakeSsm();
  private final SsmParameter type = new SsmParameter();

  @Test
  void reads_a_plain_parameter_with_its_value() {
    ssm.put("/app/limit", parameter -> {});
    Value.Mapping observed = found(parameter("/app/limit"));
    TreeMap<String, Value> all = new TreeMap<>(observed.entries());
    all.putAll(found(parameter("/app/limit", "insecure_value", Value.of("16"))).entries());

    assertComplete(type.name(), Value.of(all));
    assertThat(observed.entries())
        .containsEntry("id", Value.of("/app/limit"))
        .containsEntry("name", Value.of("/app/limit"))
        .containsEntry("arn", Value.of(FakeSsm.ARN + "/app/limit"))
        .containsEntry("type", Value.of("String"))
        .containsEntry("value", Value.of("17"))
        .containsEntry("version", Value.of(3))
        .containsEntry("allowed_pattern", Value.of("^[0-9]+$"))
        .containsEntry("data_type", Value.of("text"))
        .containsEntry("description", Value.of("How many"))
        .containsEntry("key_id", Value.none())
        .containsEntry("tier", Value.of("Standard"))
        .containsEntry("tags_all", Value.of(Map.of("of", Value.of("/app/limit"))))
        .doesNotContainKey("insecure_value");
  }

  @Test
  void the_value_of_a_secret_is_not_observed_and_its_version_is() {
    ssm.put("/app/secret", parameter -> parameter.type(ParameterType.SECURE_STRING).version(4L));

    assertThat(found(parameter("/app/secret")).entries())
        .containsEntry("version", Value.of(4))
        .containsEntry("key_id", Value.of("alias/aws/ssm"))
        .doesNotContainKeys("value", "insecure_value");
  }

  @Test
  void a_value_that_the_code_gave_openly_is_observed_as_such() {
    ssm.put("/app/limit", parameter -> {});

    assertThat(found(parameter("/app/limit", "insecure_value", Value.of("16"))).entries())
        .containsEntry("insecure_value", Value.of("17"))
        .doesNotContainKey("value");
  }

  @Test
  void a_value_that_the_state_must_not_hold_is_not_observed() {
    ssm.put("/app/limit", parameter -> {});

    assertThat(found(parameter("/app/limit", "has_value_wo", Value.of(true))).entries())
        .doesNotContainKeys("value", "insecure_value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app/limit", "limit"})
  void a_parameter_that_was_imported_by_its_arn_is_found(String name) {
    ssm.put(name, parameter -> {});
    String arn = ssm.parameters.get(name).arn();

    assertThat(found(parameter(arn)).entries())
        .containsEntry("id", Value.of(arn))
        .containsEntry("name", Value.of(name));
  }

  @Test
  void values_are_asked_for_by_tens_and_descriptions_by_fifties() {
    List<RecordedResource> many =
        IntStream.range(0, 51).mapToObj(i -> parameter("/many/" + i)).toList();
    many.forEach(each -> ssm.put(each.id(), parameter -> {}));

    assertThat(observe(many)).hasSize(51).allMatch(Observation.Found.class::isInstance);
    assertThat(Collections.frequency(ssm.calls, "GetParameters")).isEqualTo(6);
    assertThat(Collections.frequency(ssm.calls, "DescribeParameters")).isEqualTo(2);
  }

  @Test
  void a_parameter_that_may_not_be_read_does_not_hide_the_others() {
    ssm.put("/app/limit", parameter -> {});
    ssm.deniedName = "/hers";

    assertThat(observe(List.of(parameter("/app/limit"), parameter("/hers"), parameter("/gone"))))
        .hasExactlyElementsOfTypes(
            Observation.Found.class, Observation.Unreadable.class, Observation.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetParameters", "DescribeParameters", "ListTagsForResource"})
  void access_denied_is_unreadable_never_gone(String operation) {
    ssm.put("/app/limit", parameter -> {});
    ssm.denied = operation;

    assertThat(observe(List.of(parameter("/app/limit"))).getFirst())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("ssm:" + operation));
  }

  @Test
  void discovers_every_parameter() {
    ssm.put("/app/limit", parameter -> {});

    assertThat(FakeScope.discover(type, Map.of(SsmClient.class, ssm)))
        .containsExactly("/app/limit");
  }

  private Value.Mapping found(RecordedResource parameter) {
    return Completeness.found(observe(List.of(parameter)).getFirst());
  }

  private List<Observation> observe(List<RecordedResource> parameters) {
    return FakeScope.observe(
        type, Map.of(SsmClient.class, ssm), parameters.toArray(RecordedResource[]::new));
  }

  private static RecordedResource parameter(String id) {
    return recorded("aws_ssm_parameter", Map.of("id", Value.of(id)));
  }

  private static RecordedResource parameter(String id, String attribute, Value value) {
    return recorded("aws_ssm_parameter", Map.of("id", Value.of(id), attribute, value));
  }
}
