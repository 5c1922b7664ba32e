package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Deployment;

final class ApiGatewayDeploymentTest {

  private final ApiGatewayDeployment type = new ApiGatewayDeployment();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_deployment_and_where_the_stage_it_made_is_called() {
    gateway.deployments.add(
        Deployment.builder()
            .id("d1")
            .description("spring")
            .createdDate(Instant.parse("2026-01-02T03:04:05Z"))
            .build());

    Value.Mapping attributes =
        gateway.found(type, "rest_api_id", "api1", "id", "d1", "stage_name", "now");

    assertThat(attributes.at("description")).isEqualTo(Value.of("spring"));
    assertThat(attributes.at("created_date")).isEqualTo(Value.of("2026-01-02T03:04:05Z"));
    assertThat(attributes.at("execution_arn"))
        .isEqualTo(Value.of("arn:aws:execute-api:us-east-1:123456789012:api1/now"));
    assertThat(attributes.at("invoke_url"))
        .isEqualTo(Value.of("https://api1.execute-api.us-east-1.amazonaws.com/now"));
  }

  @Test
  void what_was_only_passed_on_is_not_observed() {
    assertThat(type.rules().unobservable())
        .containsOnlyKeys("triggers", "canary_settings", "stage_description", "variables");
  }

  @Test
  void deployments_are_discovered() {
    gateway.deployments.add(Deployment.builder().id("d2").build());

    assertThat(gateway.discover(type, recorded(type, "rest_api_id", "api1", "id", "d1")))
        .containsExactly("api1/d2");
  }
}
