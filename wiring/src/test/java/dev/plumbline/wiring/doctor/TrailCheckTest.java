package dev.plumbline.wiring.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

class TrailCheckTest {

  private static final GetEventSelectorsResponse CHANGES = selectors("All", true);

  @Test
  void a_trail_of_all_regions_that_logs_changes_is_well() {
    assertThat(look(trail(true, "eu-west-1"), true, CHANGES)).isInstanceOf(Outcome.Ok.class);
  }

  @Test
  void a_trail_of_another_region_tells_nothing_of_this_one() {
    assertThat(look(trail(false, "eu-west-1"), true, CHANGES)).isInstanceOf(Outcome.Warn.class);
    assertThat(look(trail(false, "us-east-1"), true, CHANGES)).isInstanceOf(Outcome.Ok.class);
  }

  @Test
  void a_trail_that_was_stopped_is_none() {
    assertThat(what(look(trail(true, "us-east-1"), false, CHANGES))).contains("is logging");
  }

  @ParameterizedTest
  @CsvSource({"ReadOnly, true", "WriteOnly, false", "All, false"})
  void a_trail_that_leaves_changes_out_is_none(String kind, boolean management) {
    assertThat(look(trail(true, "us-east-1"), true, selectors(kind, management)))
        .isInstanceOf(Outcome.Warn.class);
  }

  @Test
  void advanced_selectors_are_understood() {
    assertThat(look(trail(true, "us-east-1"), true, advanced("Management", "false")))
        .isInstanceOf(Outcome.Ok.class);
    assertThat(look(trail(true, "us-east-1"), true, advanced("Management", "true")))
        .isInstanceOf(Outcome.Warn.class);
    assertThat(look(trail(true, "us-east-1"), true, advanced("Data", "false")))
        .isInstanceOf(Outcome.Warn.class);
  }

  private static Outcome look(Trail trail, boolean logging, GetEventSelectorsResponse selectors) {
    return new TrailCheck(new Trails(trail, logging, selectors), "us-east-1").look();
  }

  private static String what(Outcome outcome) {
    return ((Outcome.Warn) outcome).faults().getFirst().what();
  }

  private static Trail trail(boolean all, String home) {
    return Trail.builder()
        .name("audit")
        .trailARN("arn:audit")
        .isMultiRegionTrail(all)
        .homeRegion(home)
        .build();
  }

  private static GetEventSelectorsResponse selectors(String kind, boolean management) {
    return GetEventSelectorsResponse.builder()
        .eventSelectors(
            EventSelector.builder().readWriteType(kind).includeManagementEvents(management).build())
        .build();
  }

  private static GetEventSelectorsResponse advanced(String category, String readOnly) {
    return GetEventSelectorsResponse.builder()
        .advancedEventSelectors(
            AdvancedEventSelector.builder()
                .fieldSelectors(field("eventCategory", category), field("readOnly", readOnly))
                .build())
        .build();
  }

  private static AdvancedFieldSelector field(String name, String value) {
    return AdvancedFieldSelector.builder().field(name).equalsValue(List.of(value)).build();
  }

  private record Trails(Trail trail, boolean logging, GetEventSelectorsResponse selectors)
      implements CloudTrailClient {

    @Override
    public DescribeTrailsResponse describeTrails(DescribeTrailsRequest request) {
      return DescribeTrailsResponse.builder().trailList(trail).build();
    }

    @Override
    public GetTrailStatusResponse getTrailStatus(GetTrailStatusRequest request) {
      return GetTrailStatusResponse.builder().isLogging(logging).build();
    }

    @Override
    public GetEventSelectorsResponse getEventSelectors(GetEventSelectorsRequest request) {
      return selectors;
    }

    @Override
    public String serviceName() {
      return "cloudtrail";
    }

    @Override
    public void close() {}
  }
}
