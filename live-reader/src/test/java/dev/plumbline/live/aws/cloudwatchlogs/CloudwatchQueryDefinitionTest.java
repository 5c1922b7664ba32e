package dev.plumbline.live.aws.cloudwatchlogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueryDefinitionsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueryDefinitionsResponse;

/** No emulator holds query definitions: the answers are as AWS's API reference says. */
final class CloudwatchQueryDefinitionTest {

  private static final String ID = "269951d7-6f75-496d-9d7b-6b7a5486bdbd";
  private static final CloudwatchQueryDefinition TYPE = new CloudwatchQueryDefinition();
  private static final Map<String, String> RECORDED = Map.of("id", ID, "name", "slow");

  private final FakeClient<CloudWatchLogsClient> logs =
      FakeClient.of(CloudWatchLogsClient.class)
          .asked(
              DescribeQueryDefinitionsRequest.class,
              request ->
                  request.nextToken() == null
                      ? DescribeQueryDefinitionsResponse.builder()
                          .queryDefinitions(query -> query.queryDefinitionId("other"))
                          .nextToken("more")
                          .build()
                      : DescribeQueryDefinitionsResponse.builder()
                          .queryDefinitions(
                              query ->
                                  query
                                      .queryDefinitionId(ID)
                                      .name("slow")
                                      .queryString("fields @message\n| limit 20")
                                      .logGroupNames("/app", "/web"))
                          .build());

  @Test
  void reads_a_query_of_any_page_under_terraforms_own_names() {
    Value.Mapping query = logs.found(TYPE, RECORDED);

    assertThat(query.at("id")).isEqualTo(Value.of(ID));
    assertThat(query.at("query_definition_id")).isEqualTo(Value.of(ID));
    assertThat(query.at("name")).isEqualTo(Value.of("slow"));
    assertThat(query.at("query_string")).isEqualTo(Value.of("fields @message\n| limit 20"));
    assertThat(query.at("log_group_names"))
        .isEqualTo(Value.of(List.of(Value.of("/app"), Value.of("/web"))));
  }

  @Test
  void a_query_that_the_listing_lacks_is_gone() {
    assertThat(logs.observe(TYPE, Map.of("id", "none"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    logs.assertDenied(
        DescribeQueryDefinitionsRequest.class, "logs:DescribeQueryDefinitions", TYPE, RECORDED);
  }

  @Test
  void discovers_queries_that_are_not_recorded_by_the_arn_they_are_imported_by() {
    assertThat(logs.discover(TYPE, FakeClient.recorded(TYPE.name(), RECORDED)))
        .containsExactly("arn:aws:logs:us-east-1:123456789012:query-definition:other");
  }
}
