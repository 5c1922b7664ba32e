package dev.plumbline.live.aws.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetInsightSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetInsightSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.ListTagsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ListTagsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

final class CloudtrailTest {

  private static final String ARN = "arn:aws:cloudtrail:us-east-1:123456789012:trail/watch";
  private static final Cloudtrail TYPE = new Cloudtrail();
  private static final Map<String, String> RECORDED = Map.of("id", ARN, "arn", ARN);

  private final FakeClient<CloudTrailClient> cloudtrail = FakeClient.of(CloudTrailClient.class);

  @BeforeEach
  void account() {
    trail(trail -> trail);
    cloudtrail
        .on(GetTrailStatusRequest.class, GetTrailStatusResponse.builder().isLogging(true).build())
        .asked(
            ListTagsRequest.class,
            request ->
                ListTagsResponse.builder()
                    .resourceTagList(
                        each ->
                            each.resourceId(request.resourceIdList().getFirst())
                                .tagsList(tag -> tag.key("team").value("core")))
                    .build());
  }

  @ParameterizedTest
  @CsvSource({
    "arn,                        arn:aws:cloudtrail:us-east-1:123456789012:trail/watch",
    "name,                       watch",
    "home_region,                us-east-1",
    "s3_bucket_name,             trails",
    "s3_key_prefix,              watch",
    "kms_key_id,                 arn:key",
    "cloud_watch_logs_group_arn, arn:group",
    "cloud_watch_logs_role_arn,  arn:role",
    "sns_topic_arn,              arn:aws:sns:us-east-1:123456789012:topic",
  })
  void reads_a_trail_under_terraforms_own_names(String attribute, String value) {
    assertThat(cloudtrail.found(TYPE, RECORDED).at(attribute)).isEqualTo(Value.of(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enable_logging",
        "enable_log_file_validation",
        "include_global_service_events",
        "is_multi_region_trail",
        "is_organization_trail"
      })
  void reads_what_is_switched_on(String attribute) {
    assertThat(cloudtrail.found(TYPE, RECORDED).at(attribute)).isEqualTo(Value.of(true));
  }

  @Test
  void selectors_are_asked_for_where_somebody_chose_them() {
    trail(trail -> trail.hasCustomEventSelectors(true).hasInsightSelectors(true));
    selectors(
        EventSelector.builder()
            .readWriteType("WriteOnly")
            .includeManagementEvents(true)
            .excludeManagementEventSources("kms.amazonaws.com")
            .dataResources(data -> data.type("AWS::S3::Object").values("arn:b/"))
            .build());
    cloudtrail.on(
        GetInsightSelectorsRequest.class,
        GetInsightSelectorsResponse.builder()
            .insightSelectors(each -> each.insightType("ApiCallRateInsight"))
            .build());

    Value.Mapping trail = cloudtrail.found(TYPE, RECORDED);

    Value selector = trail.at("event_selector").items().getFirst();
    assertThat(selector.at("read_write_type")).isEqualTo(Value.of("WriteOnly"));
    assertThat(selector.at("data_resource").items().getFirst().at("type"))
        .isEqualTo(Value.of("AWS::S3::Object"));
    assertThat(trail.at("insight_selector").items().getFirst().at("insight_type"))
        .isEqualTo(Value.of("ApiCallRateInsight"));
  }

  @Test
  void advanced_selectors_hold_fields() {
    trail(trail -> trail.hasCustomEventSelectors(true));
    cloudtrail.on(
        GetEventSelectorsRequest.class,
        GetEventSelectorsResponse.builder()
            .advancedEventSelectors(
                each ->
                    each.name("data")
                        .fieldSelectors(
                            field -> field.field("eventCategory").equalsValue("Data"),
                            field -> field.field("resources.ARN").notStartsWith("arn:b/")))
            .build());

    Value fields =
        cloudtrail
            .found(TYPE, RECORDED)
            .at("advanced_event_selector")
            .items()
            .getFirst()
            .at("field_selector");

    assertThat(fields.items().getFirst().at("equals"))
        .isEqualTo(Value.of(List.of(Value.of("Data"))));
    assertThat(fields.items().getLast().at("not_starts_with"))
        .isEqualTo(Value.of(List.of(Value.of("arn:b/"))));
  }

  @Test
  void the_selector_every_trail_begins_with_is_none_and_no_difference_from_itself() {
    trail(trail -> trail.hasCustomEventSelectors(true));
    selectors(EventSelector.builder().readWriteType("All").includeManagementEvents(true).build());
    Value spelt =
        Value.of(
            List.of(
                Value.of(
                    Map.of(
                        "read_write_type", Value.of("All"),
                        "include_management_events", Value.of(true)))));
    RecordedResource recorded =
        FakeScope.recorded(TYPE.name(), Map.of("id", Value.of(ARN), "event_selector", spelt));

    assertThat(cloudtrail.found(TYPE, RECORDED).at("event_selector").isEmpty()).isTrue();
    assertThat(
            ((Observation.Found) cloudtrail.observe(TYPE, recorded).getFirst())
                .attributes()
                .at("event_selector"))
        .isEqualTo(spelt);
  }

  @Test
  void an_old_state_names_it_by_its_name() {
    assertThat(cloudtrail.found(TYPE, Map.of("id", "watch")).at("id")).isEqualTo(Value.of("watch"));
  }

  @Test
  void a_trail_that_the_listing_lacks_is_gone() {
    assertThat(cloudtrail.observe(TYPE, Map.of("id", ARN + "2")))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    cloudtrail.assertDenied(
        DescribeTrailsRequest.class, "cloudtrail:DescribeTrails", TYPE, RECORDED);
    cloudtrail.assertDenied(
        GetTrailStatusRequest.class, "cloudtrail:GetTrailStatus", TYPE, RECORDED);
    cloudtrail.assertDenied(ListTagsRequest.class, "cloudtrail:ListTags", TYPE, RECORDED);
  }

  @Test
  void twenty_trails_tags_are_asked_for_at_once() {
    cloudtrail.on(
        DescribeTrailsRequest.class,
        DescribeTrailsResponse.builder()
            .trailList(
                IntStream.range(0, 25)
                    .mapToObj(i -> Trail.builder().trailARN(ARN + i).name("t" + i).build())
                    .toList())
            .build());

    cloudtrail.observe(
        TYPE,
        IntStream.range(0, 25)
            .mapToObj(i -> FakeClient.recorded(TYPE.name(), Map.of("id", ARN + i)))
            .toArray(RecordedResource[]::new));

    assertThat(cloudtrail.count(ListTagsRequest.class)).isEqualTo(2);
    assertThat(cloudtrail.count(DescribeTrailsRequest.class)).isEqualTo(1);
  }

  @Test
  void discovers_the_accounts_own_trails_in_their_home_region() {
    cloudtrail.on(
        DescribeTrailsRequest.class,
        DescribeTrailsResponse.builder()
            .trailList(
                trail -> trail.trailARN(ARN).homeRegion("us-east-1"),
                trail -> trail.trailARN(ARN + "-west").homeRegion("us-west-2"),
                trail ->
                    trail
                        .trailARN("arn:aws:cloudtrail:us-east-1:999999999999:trail/org")
                        .homeRegion("us-east-1"))
            .build());

    assertThat(cloudtrail.discover(TYPE)).containsExactly(ARN);
  }

  private void trail(UnaryOperator<Trail.Builder> more) {
    Trail.Builder trail =
        Trail.builder()
            .trailARN(ARN)
            .name("watch")
            .homeRegion("us-east-1")
            .s3BucketName("trails")
            .s3KeyPrefix("watch")
            .kmsKeyId("arn:key")
            .cloudWatchLogsLogGroupArn("arn:group")
            .cloudWatchLogsRoleArn("arn:role")
            .snsTopicARN("arn:aws:sns:us-east-1:123456789012:topic")
            .logFileValidationEnabled(true)
            .includeGlobalServiceEvents(true)
            .isMultiRegionTrail(true)
            .isOrganizationTrail(true);
    cloudtrail.on(
        DescribeTrailsRequest.class,
        DescribeTrailsResponse.builder().trailList(more.apply(trail).build()).build());
  }

  private void selectors(EventSelector selector) {
    cloudtrail.on(
        GetEventSelectorsRequest.class,
        GetEventSelectorsResponse.builder().eventSelectors(selector).build());
  }
}
