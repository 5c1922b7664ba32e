package dev.plumbline.live.aws.cloudwatchlogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

final class CloudwatchLogMetricFilterTest {

  private static final CloudwatchLogMetricFilter TYPE = new CloudwatchLogMetricFilter();

  private final FakeClient<CloudWatchLogsClient> logs =
      FakeClient.of(CloudWatchLogsClient.class)
          .on(
              DescribeMetricFiltersRequest.class,
              DescribeMetricFiltersResponse.builder()
                  .metricFilters(filter("/app", "OUT"), filter("/web", "IN"), filter("/app", "NEW"))
                  .build());

  @Test
  void reads_a_filter_under_terraforms_own_names() {
    Value.Mapping filter = logs.found(TYPE, recorded("/app"));

    assertThat(filter.at("name")).isEqualTo(Value.of("errors"));
    assertThat(filter.at("log_group_name")).isEqualTo(Value.of("/app"));
  }

  @ParameterizedTest
  @CsvSource({
    "name,          Errors",
    "namespace,     App",
    "value,         1",
    "unit,          Count",
    "default_value, 0.5",
  })
  void a_transformation_bears_terraforms_names(String member, String value) {
    assertThat(transformation().at(member)).isEqualTo(Value.of(value));
  }

  @Test
  void dimensions_are_a_map() {
    assertThat(transformation().at("dimensions"))
        .isEqualTo(Value.of(Map.of("Host", Value.of("$.host"))));
  }

  @Test
  void of_two_of_one_name_the_first_counts() {
    assertThat(logs.found(TYPE, recorded("/app")).at("pattern")).isEqualTo(Value.of("OUT"));
  }

  @Test
  void the_same_name_in_another_group_is_another_filter() {
    assertThat(logs.found(TYPE, recorded("/web")).at("pattern")).isEqualTo(Value.of("IN"));
    assertThat(logs.observe(TYPE, recorded("/db"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_filter_is_gone_with_its_group() {
    logs.failing(DescribeMetricFiltersRequest.class, "ResourceNotFoundException");

    assertThat(logs.observe(TYPE, recorded("/app"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    logs.assertDenied(
        DescribeMetricFiltersRequest.class, "logs:DescribeMetricFilters", TYPE, recorded("/app"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "4, 1", "40, 1"})
  void the_filters_of_few_groups_are_asked_for_and_of_many_listed(int groups, int calls) {
    logs.observe(
        TYPE,
        IntStream.range(0, groups)
            .mapToObj(i -> FakeClient.recorded(TYPE.name(), recorded("/g" + i)))
            .toArray(RecordedResource[]::new));

    assertThat(logs.count(DescribeMetricFiltersRequest.class)).isEqualTo(calls);
  }

  @Test
  void discovers_filters_as_they_are_imported() {
    assertThat(logs.discover(TYPE)).containsExactly("/app:errors", "/web:errors");
    assertThat(TYPE.importIds(FakeClient.recorded(TYPE.name(), recorded("/app"))))
        .containsExactly("/app:errors");
  }

  private Value transformation() {
    return logs.found(TYPE, recorded("/app")).at("metric_transformation").items().getFirst();
  }

  private static Map<String, String> recorded(String group) {
    return Map.of("id", "errors", "log_group_name", group);
  }

  private static MetricFilter filter(String group, String pattern) {
    return MetricFilter.builder()
        .filterName("errors")
        .logGroupName(group)
        .filterPattern(pattern)
        .metricTransformations(
            each ->
                each.metricName("Errors")
                    .metricNamespace("App")
                    .metricValue("1")
                    .unit("Count")
                    .defaultValue(0.5)
                    .dimensions(Map.of("Host", "$.host")))
        .build();
  }
}
