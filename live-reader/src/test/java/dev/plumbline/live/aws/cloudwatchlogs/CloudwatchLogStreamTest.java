package dev.plumbline.live.aws.cloudwatchlogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;

final class CloudwatchLogStreamTest {

  private static final CloudwatchLogStream TYPE = new CloudwatchLogStream();
  private static final Map<String, String> RECORDED =
      Map.of("id", "north", "log_group_name", "/lamp");

  private final FakeClient<CloudWatchLogsClient> logs = FakeClient.of(CloudWatchLogsClient.class);

  @Test
  void reads_a_stream_under_terraforms_own_names() {
    answer("north", "north-east");

    Value.Mapping stream = logs.found(TYPE, RECORDED);

    assertThat(stream.at("name")).isEqualTo(Value.of("north"));
    assertThat(stream.at("log_group_name")).isEqualTo(Value.of("/lamp"));
    assertThat(stream.at("arn")).isEqualTo(Value.of("arn:north"));
  }

  @Test
  void a_stream_whose_name_only_begins_another_is_gone() {
    answer("north-east");

    assertThat(logs.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_stream_is_gone_with_its_group() {
    logs.failing(DescribeLogStreamsRequest.class, "ResourceNotFoundException");

    assertThat(logs.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    logs.assertDenied(DescribeLogStreamsRequest.class, "logs:DescribeLogStreams", TYPE, RECORDED);
  }

  @Test
  void is_imported_by_group_and_name() {
    assertThat(TYPE.importIds(FakeClient.recorded(TYPE.name(), RECORDED)))
        .containsExactly("/lamp:north");
  }

  private void answer(String... names) {
    DescribeLogStreamsResponse.Builder answer = DescribeLogStreamsResponse.builder();
    answer.logStreams(
        java.util.stream.Stream.of(names)
            .map(
                name ->
                    software.amazon.awssdk.services.cloudwatchlogs.model.LogStream.builder()
                        .logStreamName(name)
                        .arn("arn:" + name)
                        .build())
            .toList());
    logs.on(DescribeLogStreamsRequest.class, answer.build());
  }
}
