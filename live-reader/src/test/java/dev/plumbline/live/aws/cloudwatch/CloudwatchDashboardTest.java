package dev.plumbline.live.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeClient;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsResponse;

final class CloudwatchDashboardTest {

  private static final CloudwatchDashboard TYPE = new CloudwatchDashboard();
  private static final Map<String, String> RECORDED = Map.of("id", "site");

  private final FakeClient<CloudWatchClient> cloudwatch =
      FakeClient.of(CloudWatchClient.class)
          .on(
              GetDashboardRequest.class,
              GetDashboardResponse.builder()
                  .dashboardName("site")
                  .dashboardArn("arn:aws:cloudwatch::123456789012:dashboard/site")
                  .dashboardBody("{\"widgets\":[]}")
                  .build());

  @Test
  void reads_a_dashboard_under_terraforms_own_names() {
    Value.Mapping dashboard = cloudwatch.found(TYPE, RECORDED);

    assertThat(dashboard.at("dashboard_body")).isEqualTo(Value.of("{\"widgets\":[]}"));
    assertThat(dashboard.at("dashboard_arn").text()).endsWith("dashboard/site");
  }

  @Test
  void a_dashboard_that_cloudwatch_says_does_not_exist_is_gone() {
    cloudwatch.failing(GetDashboardRequest.class, "ResourceNotFound");

    assertThat(cloudwatch.observe(TYPE, RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    cloudwatch.assertDenied(GetDashboardRequest.class, "cloudwatch:GetDashboard", TYPE, RECORDED);
  }

  @Test
  void discovers_dashboards_by_name_once_for_all_regions() {
    cloudwatch.on(
        ListDashboardsRequest.class,
        ListDashboardsResponse.builder()
            .dashboardEntries(entry -> entry.dashboardName("other"))
            .build());

    assertThat(cloudwatch.discover(TYPE)).containsExactly("other");
    assertThat(TYPE.global()).isTrue();
  }
}
