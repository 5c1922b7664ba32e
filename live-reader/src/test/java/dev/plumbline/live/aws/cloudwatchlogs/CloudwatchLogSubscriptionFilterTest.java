package dev.plumbline.live.aws.cloudwatchlogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeSubscriptionFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeSubscriptionFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

final class CloudwatchLogSubscriptionFilterTest {

  private static final CloudwatchLogSubscriptionFilter TYPE = new CloudwatchLogSubscriptionFilter();
  private static final Map<String, String> RECORDED =
      Map.of("id", "cwlsf-1", "log_group_name", "/app", "name", "ship");

  private final FakeClient<CloudWatchLogsClient> logs =
      FakeClient.of(CloudWatchLogsClient.class)
          .on(
              DescribeSubscriptionFiltersRequest.class,
              DescribeSubscriptionFiltersResponse.builder()
                  .subscriptionFilters(
                      SubscriptionFilter.builder()
                          .filterName("ship")
                          .logGroupName("/app")
                          .filterPattern("ERROR")
                          .destinationArn("arn:stream")
                          .roleArn("arn:role")
                          .distribution("Random")
                          .build())
                  .build());

  @ParameterizedTest
  @CsvSource({
    "id,              cwlsf-1",
    "name,            ship",
    "log_group_name,  /app",
    "filter_pattern,  ERROR",
    "destination_arn, arn:stream",
    "role_arn,        arn:role",
    "distribution,    Random",
  })
  void reads_a_filter_under_terraforms_own_names(String attribute, String value) {
    assertThat(logs.found(TYPE, RECORDED).at(attribute).text()).isEqualTo(value);
  }

  @Test
  void is_gone_where_the_group_lacks_it_or_is_gone() {
    assertThat(logs.observe(TYPE, Map.of("id", "cwlsf-1", "log_group_name", "/app", "name", "shi")))
        .isInstanceOf(Observation.Gone.class);

    logs.failing(DescribeSubscriptionFiltersRequest.class, "ResourceNotFoundException");
    assertThat(logs.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    logs.assertDenied(
        DescribeSubscriptionFiltersRequest.class,
        "logs:DescribeSubscriptionFilters",
        TYPE,
        RECORDED);
  }

  @Test
  void discovers_the_filters_of_groups_that_have_a_recorded_one() {
    assertThat(logs.discover(TYPE)).isEmpty();
    assertThat(logs.discover(TYPE, FakeClient.recorded(TYPE.name(), RECORDED)))
        .containsExactly("/app|ship");
    assertThat(TYPE.importIds(FakeClient.recorded(TYPE.name(), RECORDED)))
        .containsExactly("/app|ship");
  }
}
