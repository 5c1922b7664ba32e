package dev.plumbline.live.aws.cloudwatch;

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
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

final class CloudwatchMetricAlarmTest {

  private static final String ARN = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:cpu";
  private static final CloudwatchMetricAlarm TYPE = new CloudwatchMetricAlarm();
  private static final Map<String, String> RECORDED = Map.of("id", "cpu");

  private final FakeClient<CloudWatchClient> cloudwatch =
      FakeClient.of(CloudWatchClient.class)
          .on(
              ListTagsForResourceRequest.class,
              ListTagsForResourceResponse.builder()
                  .tags(Tag.builder().key("team").value("core").build())
                  .build());

  @ParameterizedTest
  @CsvSource({
    "arn,                 arn:aws:cloudwatch:us-east-1:123456789012:alarm:cpu",
    "alarm_description,   too busy",
    "comparison_operator, GreaterThanThreshold",
    "statistic,           Average",
    "treat_missing_data,  missing",
    "evaluate_low_sample_count_percentiles, ignore",
  })
  void reads_an_alarm_under_terraforms_own_names(String attribute, String value) {
    answer(alarm());

    assertThat(cloudwatch.found(TYPE, RECORDED).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void dimensions_and_tags_are_maps_and_numbers_numbers() {
    answer(alarm());

    Value.Mapping alarm = cloudwatch.found(TYPE, RECORDED);

    assertThat(alarm.at("dimensions")).isEqualTo(Value.of(Map.of("Host", Value.of("a"))));
    assertThat(alarm.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(alarm.at("threshold")).isEqualTo(Value.of(80));
    assertThat(alarm.at("metric_query").isEmpty()).isTrue();
  }

  @Test
  void a_query_holds_its_metric_as_a_block() {
    answer(
        MetricAlarm.builder()
            .alarmName("cpu")
            .alarmArn(ARN)
            .metrics(
                q -> q.id("share").expression("100 * busy").label("Share").returnData(true),
                q ->
                    q.id("busy")
                        .accountId("210987654321")
                        .metricStat(
                            s ->
                                s.period(60)
                                    .stat("Sum")
                                    .unit("Count")
                                    .metric(
                                        m ->
                                            m.namespace("Web")
                                                .metricName("Busy")
                                                .dimensions(d -> d.name("Host").value("a")))))
            .build());

    Value queries = cloudwatch.found(TYPE, RECORDED).at("metric_query");

    assertThat(queries.items().getFirst().at("expression")).isEqualTo(Value.of("100 * busy"));
    assertThat(queries.items().getFirst().at("metric").isEmpty()).isTrue();
    Value metric = queries.items().getLast().at("metric").items().getFirst();
    assertThat(metric.at("metric_name")).isEqualTo(Value.of("Busy"));
    assertThat(metric.at("period")).isEqualTo(Value.of(60));
    assertThat(metric.at("dimensions")).isEqualTo(Value.of(Map.of("Host", Value.of("a"))));
  }

  @Test
  void an_alarm_that_a_completed_answer_lacks_is_gone() {
    answer();

    assertThat(cloudwatch.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    answer(alarm());
    cloudwatch.assertDenied(
        DescribeAlarmsRequest.class, "cloudwatch:DescribeAlarms", TYPE, RECORDED);
    cloudwatch.assertDenied(
        ListTagsForResourceRequest.class, "cloudwatch:ListTagsForResource", TYPE, RECORDED);
  }

  @Test
  void a_hundred_alarms_are_asked_for_at_once() {
    answer();

    cloudwatch.observe(
        TYPE,
        IntStream.range(0, 250)
            .mapToObj(i -> FakeClient.recorded(TYPE.name(), Map.of("id", "a" + i)))
            .toArray(RecordedResource[]::new));

    assertThat(cloudwatch.count(DescribeAlarmsRequest.class)).isEqualTo(3);
  }

  @Test
  void discovers_alarms_that_no_scaling_policy_made() {
    answer(alarm(), MetricAlarm.builder().alarmName("TargetTracking-table/x-AlarmHigh").build());

    assertThat(cloudwatch.discover(TYPE)).containsExactly("cpu");
  }

  private void answer(MetricAlarm... alarms) {
    cloudwatch.on(
        DescribeAlarmsRequest.class, DescribeAlarmsResponse.builder().metricAlarms(alarms).build());
  }

  private static MetricAlarm alarm() {
    return MetricAlarm.builder()
        .alarmName("cpu")
        .alarmArn(ARN)
        .alarmDescription("too busy")
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .statistic(Statistic.AVERAGE)
        .threshold(80.0)
        .evaluateLowSampleCountPercentile("ignore")
        .dimensions(Dimension.builder().name("Host").value("a").build())
        .build();
  }
}
