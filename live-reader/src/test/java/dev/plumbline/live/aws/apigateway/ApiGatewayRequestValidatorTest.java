package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.RequestValidator;

final class ApiGatewayRequestValidatorTest {

  private final ApiGatewayRequestValidator type = new ApiGatewayRequestValidator();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_validator() {
    gateway.validators.add(
        RequestValidator.builder()
            .id("v1")
            .name("strict")
            .validateRequestBody(true)
            .validateRequestParameters(false)
            .build());

    Value.Mapping attributes = gateway.found(type, "rest_api_id", "api1", "id", "v1");

    assertThat(attributes.at("name")).isEqualTo(Value.of("strict"));
    assertThat(attributes.at("validate_request_body")).isEqualTo(Value.of(true));
    assertThat(attributes.at("validate_request_parameters")).isEqualTo(Value.of(false));
  }

  @Test
  void validators_are_discovered() {
    gateway.validators.add(RequestValidator.builder().id("v2").build());

    assertThat(gateway.discover(type, recorded(type, "rest_api_id", "api1", "id", "v1")))
        .containsExactly("api1/v2");
  }
}
