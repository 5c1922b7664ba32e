package dev.plumbline.live.aws.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.ApiStage;
import software.amazon.awssdk.services.apigateway.model.QuotaPeriodType;
import software.amazon.awssdk.services.apigateway.model.QuotaSettings;
import software.amazon.awssdk.services.apigateway.model.ThrottleSettings;
import software.amazon.awssdk.services.apigateway.model.UsagePlan;

final class ApiGatewayUsagePlanTest {

  private final ApiGatewayUsagePlan type = new ApiGatewayUsagePlan();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_plan() {
    gateway.plans.add(plan());

    Value.Mapping attributes = gateway.found(type, "id", "plan1");

    assertThat(attributes.at("name")).isEqualTo(Value.of("partners"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("slow"));
    assertThat(attributes.at("product_code")).isEqualTo(Value.of("p"));
    assertThat(attributes.at("arn"))
        .isEqualTo(Value.of("arn:aws:apigateway:us-east-1::/usageplans/plan1"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_plans_limits_are_blocks() {
    gateway.plans.add(plan());
    Value.Mapping attributes = gateway.found(type, "id", "plan1");

    Value quota = attributes.at("quota_settings").items().getFirst();
    Value throttle = attributes.at("throttle_settings").items().getFirst();

    assertThat(quota.at("limit")).isEqualTo(Value.of(100));
    assertThat(quota.at("offset")).isEqualTo(Value.of(2));
    assertThat(quota.at("period")).isEqualTo(Value.of("WEEK"));
    assertThat(throttle.at("burst_limit")).isEqualTo(Value.of(5));
  }

  @Test
  void a_stages_methods_have_limits_of_their_own() {
    gateway.plans.add(plan());

    Value stage = gateway.found(type, "id", "plan1").at("api_stages").items().getFirst();
    Value limits = stage.at("throttle").items().getFirst();

    assertThat(stage.at("api_id")).isEqualTo(Value.of("api1"));
    assertThat(stage.at("stage")).isEqualTo(Value.of("live"));
    assertThat(limits.at("path")).isEqualTo(Value.of("/parcels/POST"));
    assertThat(limits.at("burst_limit")).isEqualTo(Value.of(1));
  }

  @Test
  void a_plan_without_limits_is_observed_to_have_none() {
    gateway.plans.add(UsagePlan.builder().id("plan1").build());

    assertThat(gateway.found(type, "id", "plan1").entries())
        .containsEntry("quota_settings", Value.none())
        .containsEntry("throttle_settings", Value.none())
        .containsEntry("api_stages", Value.none());
  }

  @Test
  void plans_are_discovered() {
    gateway.plans.add(plan());

    assertThat(gateway.discover(type)).containsExactly("plan1");
  }

  private static UsagePlan plan() {
    ThrottleSettings one = ThrottleSettings.builder().burstLimit(1).rateLimit(0.5).build();
    return UsagePlan.builder()
        .id("plan1")
        .name("partners")
        .description("slow")
        .productCode("p")
        .apiStages(
            ApiStage.builder()
                .apiId("api1")
                .stage("live")
                .throttle(Map.of("/parcels/POST", one))
                .build())
        .quota(QuotaSettings.builder().limit(100).offset(2).period(QuotaPeriodType.WEEK).build())
        .throttle(ThrottleSettings.builder().burstLimit(5).rateLimit(2.5).build())
        .tags(Map.of("team", "core"))
        .build();
  }
}
