package dev.plumbline.live.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** No emulator holds composite alarms: the answers are as AWS's API reference says. */
final class CloudwatchCompositeAlarmTest {

  private static final String ARN = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:site";
  private static final CloudwatchCompositeAlarm TYPE = new CloudwatchCompositeAlarm();
  private static final Map<String, String> RECORDED = Map.of("id", "site");

  private final FakeClient<CloudWatchClient> cloudwatch =
      FakeClient.of(CloudWatchClient.class)
          .on(
              ListTagsForResourceRequest.class,
              ListTagsForResourceResponse.builder()
                  .tags(Tag.builder().key("team").value("core").build())
                  .build());

  @ParameterizedTest
  @CsvSource({
    "id,                site",
    "arn,               arn:aws:cloudwatch:us-east-1:123456789012:alarm:site",
    "alarm_name,        site",
    "alarm_description, the whole site",
    "alarm_rule,        ALARM(cpu) AND NOT ALARM(deploy)",
  })
  void reads_an_alarm_under_terraforms_own_names(String attribute, String value) {
    answer(alarm -> alarm);

    assertThat(cloudwatch.found(TYPE, RECORDED).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void actions_are_lists_and_tags_a_map() {
    answer(
        alarm ->
            alarm
                .actionsEnabled(true)
                .alarmActions("arn:a", "arn:b")
                .okActions("arn:c")
                .insufficientDataActions("arn:d"));

    Value.Mapping alarm = cloudwatch.found(TYPE, RECORDED);

    assertThat(alarm.at("actions_enabled")).isEqualTo(Value.of(true));
    assertThat(alarm.at("alarm_actions"))
        .isEqualTo(Value.of(List.of(Value.of("arn:a"), Value.of("arn:b"))));
    assertThat(alarm.at("ok_actions")).isEqualTo(Value.of(List.of(Value.of("arn:c"))));
    assertThat(alarm.at("insufficient_data_actions"))
        .isEqualTo(Value.of(List.of(Value.of("arn:d"))));
    assertThat(alarm.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void what_suppresses_its_actions_is_a_block() {
    answer(
        alarm ->
            alarm
                .actionsSuppressor("deploy")
                .actionsSuppressorWaitPeriod(60)
                .actionsSuppressorExtensionPeriod(120));

    assertThat(cloudwatch.found(TYPE, RECORDED).at("actions_suppressor").items().getFirst())
        .isEqualTo(
            Value.of(
                Map.of(
                    "alarm", Value.of("deploy"),
                    "wait_period", Value.of(60),
                    "extension_period", Value.of(120))));
  }

  @Test
  void without_a_suppressor_there_is_no_block() {
    answer(alarm -> alarm);

    assertThat(cloudwatch.found(TYPE, RECORDED).at("actions_suppressor").isEmpty()).isTrue();
  }

  @Test
  void both_kinds_of_alarm_are_read_by_one_call() {
    answer(alarm -> alarm);

    List<Observation> both =
        cloudwatch.observeTogether(List.of(new CloudwatchMetricAlarm(), TYPE), RECORDED);

    assertThat(both.getFirst()).isInstanceOf(Observation.Gone.class);
    assertThat(both.getLast()).isInstanceOf(Observation.Found.class);
    assertThat(cloudwatch.count(DescribeAlarmsRequest.class)).isEqualTo(1);
  }

  @Test
  void an_alarm_that_a_completed_answer_lacks_is_gone() {
    cloudwatch.on(DescribeAlarmsRequest.class, DescribeAlarmsResponse.builder().build());

    assertThat(cloudwatch.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    cloudwatch.assertDenied(
        DescribeAlarmsRequest.class, "cloudwatch:DescribeAlarms", TYPE, RECORDED);
  }

  @Test
  void discovers_alarms_by_name() {
    answer(alarm -> alarm);

    assertThat(cloudwatch.discover(TYPE)).containsExactly("site");
  }

  private void answer(UnaryOperator<CompositeAlarm.Builder> more) {
    CompositeAlarm.Builder alarm =
        CompositeAlarm.builder()
            .alarmName("site")
            .alarmArn(ARN)
            .alarmDescription("the whole site")
            .alarmRule("ALARM(cpu) AND NOT ALARM(deploy)");
    cloudwatch.on(
        DescribeAlarmsRequest.class,
        DescribeAlarmsResponse.builder().compositeAlarms(more.apply(alarm).build()).build());
  }
}
