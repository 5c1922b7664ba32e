package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.MethodResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;

final class ApiGatewayMethodResponseTest {

  private final ApiGatewayMethodResponse type = new ApiGatewayMethodResponse();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_response() {
    gateway.resources.add(resource());

    Value.Mapping attributes = gateway.found(type, NAMES);

    assertThat(attributes.at("response_models").at("application/json"))
        .isEqualTo(Value.of("Parcel"));
    assertThat(attributes.at("response_parameters").at("method.response.header.X"))
        .isEqualTo(Value.of(false));
    assertThat(attributes.at("status_code")).isEqualTo(Value.of("201"));
  }

  @Test
  void responses_are_discovered() {
    gateway.resources.add(resource());

    assertThat(gateway.discover(type, recorded(type, NAMES))).containsExactly("api1/r1/POST/201");
    assertThat(type.importIds(recorded(type, NAMES))).containsExactly("api1/r1/POST/201");
  }

  private static Resource resource() {
    MethodResponse created =
        MethodResponse.builder()
            .statusCode("201")
            .responseModels(Map.of("application/json", "Parcel"))
            .responseParameters(Map.of("method.response.header.X", false))
            .build();
    Method post = Method.builder().methodResponses(Map.of("201", created)).build();
    return Resource.builder().id("r1").resourceMethods(Map.of("POST", post)).build();
  }

  private static final String[] NAMES = {
    "rest_api_id", "api1", "resource_id", "r1", "http_method", "POST", "status_code", "201"
  };
}
