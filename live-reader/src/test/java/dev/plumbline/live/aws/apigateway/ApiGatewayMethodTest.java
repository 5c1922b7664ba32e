package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;

final class ApiGatewayMethodTest {

  private final ApiGatewayMethod type = new ApiGatewayMethod();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_method() {
    gateway.resources.add(
        Resource.builder()
            .id("r1")
            .resourceMethods(
                Map.of(
                    "POST",
                    Method.builder()
                        .httpMethod("POST")
                        .operationName("Book")
                        .authorizationType("COGNITO_USER_POOLS")
                        .authorizerId("a1")
                        .authorizationScopes("book")
                        .apiKeyRequired(true)
                        .requestValidatorId("v1")
                        .requestModels(Map.of("application/json", "Parcel"))
                        .requestParameters(Map.of("method.request.header.X", true))
                        .build()))
            .build());

    Value.Mapping attributes = gateway.found(type, NAMES);

    assertThat(attributes.at("authorization")).isEqualTo(Value.of("COGNITO_USER_POOLS"));
    assertThat(attributes.at("authorizer_id")).isEqualTo(Value.of("a1"));
    assertThat(attributes.at("authorization_scopes"))
        .isEqualTo(Value.of(List.of(Value.of("book"))));
    assertThat(attributes.at("api_key_required")).isEqualTo(Value.of(true));
    assertThat(attributes.at("operation_name")).isEqualTo(Value.of("Book"));
    assertThat(attributes.at("request_validator_id")).isEqualTo(Value.of("v1"));
    assertThat(attributes.at("request_models").at("application/json"))
        .isEqualTo(Value.of("Parcel"));
    assertThat(attributes.at("request_parameters").at("method.request.header.X"))
        .isEqualTo(Value.of(true));
    assertThat(attributes.at("id")).isEqualTo(Value.of("synthetic"));
  }

  @Test
  void a_method_is_known_by_its_path_of_names() {
    assertThat(type.importIds(recorded(type, NAMES))).containsExactly("api1/r1/POST");
  }

  @Test
  void methods_are_discovered() {
    gateway.resources.add(
        Resource.builder()
            .id("root")
            .resourceMethods(Map.of("GET", Method.builder().build()))
            .build());

    assertThat(gateway.discover(type, recorded(type, NAMES))).containsExactly("api1/root/GET");
  }

  private static final String[] NAMES = {
    "id", "synthetic", "rest_api_id", "api1", "resource_id", "r1", "http_method", "POST"
  };
}
