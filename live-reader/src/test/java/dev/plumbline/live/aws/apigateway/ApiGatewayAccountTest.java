package dev.plumbline.live.aws.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.GetAccountResponse;
import software.amazon.awssdk.services.apigateway.model.ThrottleSettings;

final class ApiGatewayAccountTest {

  private final ApiGatewayAccount type = new ApiGatewayAccount();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_the_settings_of_the_region() {
    gateway.account =
        GetAccountResponse.builder()
            .cloudwatchRoleArn("arn:role")
            .apiKeyVersion("4")
            .features("UsagePlans")
            .throttleSettings(ThrottleSettings.builder().burstLimit(5000).rateLimit(1e4).build())
            .build();

    Value.Mapping attributes = gateway.found(type, "id", "api-gateway-account");

    assertThat(attributes.at("cloudwatch_role_arn")).isEqualTo(Value.of("arn:role"));
    assertThat(attributes.at("api_key_version")).isEqualTo(Value.of("4"));
    assertThat(attributes.at("features")).isEqualTo(Value.of(List.of(Value.of("UsagePlans"))));
    assertThat(attributes.at("throttle_settings").items().getFirst().at("burst_limit"))
        .isEqualTo(Value.of(5000));
    assertThat(attributes.at("id")).isEqualTo(Value.of("api-gateway-account"));
  }
}
