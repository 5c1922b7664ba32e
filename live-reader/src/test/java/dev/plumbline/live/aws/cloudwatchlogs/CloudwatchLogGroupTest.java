package dev.plumbline.live.aws.cloudwatchlogs;

import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

final class CloudwatchLogGroupTest {

  private static final String ARN = "arn:aws:logs:us-east-1:123456789012:log-group:";

  private final FakeLogs logs = new FakeLogs();

  @Test
  void reads_a_group_under_terraforms_own_names() {
    logs.groups.add(group("/api").retentionInDays(30).kmsKeyId("arn:key"));

    Value.Mapping attributes = found("/api");

    assertThat(attributes.at("arn")).isEqualTo(Value.of(ARN + "/api"));
    assertThat(attributes.at("retention_in_days")).isEqualTo(Value.of(30));
    assertThat(attributes.at("kms_key_id")).isEqualTo(Value.of("arn:key"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("of", Value.of("/api"))));
  }

  @Test
  void a_group_that_keeps_its_events_for_ever_has_no_retention() {
    logs.groups.add(group("/api"));

    assertThat(found("/api").entries()).containsEntry("retention_in_days", Value.none());
  }

  @Test
  void a_group_whose_name_is_only_a_prefix_of_another_is_gone() {
    logs.groups.add(group("/api-2"));

    assertThat(observe("/api").getFirst()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void many_groups_are_read_by_one_listing() {
    List<String> names = IntStream.range(0, 30).mapToObj(i -> "/g" + i).toList();
    names.forEach(name -> logs.groups.add(group(name)));

    assertThat(observe(names.toArray(String[]::new)))
        .hasSize(30)
        .allMatch(Observation.Found.class::isInstance);
    assertThat(logs.listings).isEqualTo(1);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    logs.failure = "AccessDeniedException";

    assertThat(observe("/api").getFirst())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("logs:DescribeLogGroups"));
  }

  @Test
  void discovers_groups_by_name() {
    logs.groups.add(group("/api"));

    assertThat(
            FakeScope.discover(new CloudwatchLogGroup(), Map.of(CloudWatchLogsClient.class, logs)))
        .containsExactly("/api");
  }

  private Value.Mapping found(String name) {
    Observation observation = observe(name).getFirst();
    assertThat(observation).isInstanceOf(Observation.Found.class);
    return ((Observation.Found) observation).attributes();
  }

  private List<Observation> observe(String... names) {
    RecordedResource[] recorded =
        Stream.of(names)
            .map(name -> recorded("aws_cloudwatch_log_group", Map.of("id", Value.of(name))))
            .toArray(RecordedResource[]::new);
    return FakeScope.observe(
        new CloudwatchLogGroup(), Map.of(CloudWatchLogsClient.class, logs), recorded);
  }

  private static LogGroup.Builder group(String name) {
    return LogGroup.builder().logGroupName(name).arn(ARN + name + ":*");
  }

  private static final class FakeLogs implements CloudWatchLogsClient {
    private final List<LogGroup.Builder> groups = new ArrayList<>();
    private String failure = "";
    private int listings;

    @Override
    public DescribeLogGroupsResponse describeLogGroups(DescribeLogGroupsRequest request) {
      if (!failure.isEmpty()) {
        throw error(failure, 400);
      }
      listings++;
      String prefix = request.logGroupNamePrefix();
      return DescribeLogGroupsResponse.builder()
          .logGroups(
              groups.stream()
                  .map(LogGroup.Builder::build)
                  .filter(group -> prefix == null || group.logGroupName().startsWith(prefix))
                  .toList())
          .build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
      String name = request.resourceArn().substring(ARN.length());
      return ListTagsForResourceResponse.builder().tags(Map.of("of", name)).build();
    }

    @Override
    public String serviceName() {
      return "logs";
    }

    @Override
    public void close() {}
  }
}
