package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.ContentHandlingStrategy;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.IntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;

final class ApiGatewayIntegrationResponseTest {

  private final ApiGatewayIntegrationResponse type = new ApiGatewayIntegrationResponse();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_response() {
    gateway.resources.add(resource());

    Value.Mapping attributes = gateway.found(type, NAMES);

    assertThat(attributes.at("selection_pattern")).isEqualTo(Value.of("2.."));
    assertThat(attributes.at("content_handling")).isEqualTo(Value.of("CONVERT_TO_TEXT"));
    assertThat(attributes.at("response_templates").at("application/json"))
        .isEqualTo(Value.of("{}"));
    assertThat(attributes.at("response_parameters").at("method.response.header.X"))
        .isEqualTo(Value.of("'x'"));
    assertThat(attributes.at("status_code")).isEqualTo(Value.of("201"));
  }

  @Test
  void a_method_without_an_integration_has_no_responses_of_one() {
    gateway.resources.add(
        Resource.builder()
            .id("r1")
            .resourceMethods(Map.of("POST", Method.builder().build()))
            .build());

    assertThat(gateway.observe(type, NAMES)).isInstanceOf(Observation.Gone.class);
    assertThat(gateway.discover(type, recorded(type, NAMES))).isEmpty();
  }

  @Test
  void responses_are_discovered() {
    gateway.resources.add(resource());

    assertThat(gateway.discover(type, recorded(type, NAMES))).containsExactly("api1/r1/POST/201");
  }

  private static Resource resource() {
    IntegrationResponse created =
        IntegrationResponse.builder()
            .statusCode("201")
            .selectionPattern("2..")
            .contentHandling(ContentHandlingStrategy.CONVERT_TO_TEXT)
            .responseTemplates(Map.of("application/json", "{}"))
            .responseParameters(Map.of("method.response.header.X", "'x'"))
            .build();
    Integration integration =
        Integration.builder().integrationResponses(Map.of("201", created)).build();
    Method post = Method.builder().methodIntegration(integration).build();
    return Resource.builder().id("r1").resourceMethods(Map.of("POST", post)).build();
  }

  private static final String[] NAMES = {
    "rest_api_id", "api1", "resource_id", "r1", "http_method", "POST", "status_code", "201"
  };
}
