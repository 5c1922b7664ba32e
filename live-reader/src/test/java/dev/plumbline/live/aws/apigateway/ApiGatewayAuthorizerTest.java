package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Authorizer;
import software.amazon.awssdk.services.apigateway.model.AuthorizerType;

final class ApiGatewayAuthorizerTest {

  private final ApiGatewayAuthorizer type = new ApiGatewayAuthorizer();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_an_authorizer() {
    gateway.authorizers.add(
        Authorizer.builder()
            .id("a1")
            .name("partners")
            .type(AuthorizerType.COGNITO_USER_POOLS)
            .providerARNs("arn:pool")
            .authorizerUri("arn:uri")
            .authorizerCredentials("arn:role")
            .identitySource("method.request.header.X")
            .identityValidationExpression("^x$")
            .authorizerResultTtlInSeconds(0)
            .build());

    Value.Mapping attributes = gateway.found(type, "rest_api_id", "api1", "id", "a1");

    assertThat(attributes.at("name")).isEqualTo(Value.of("partners"));
    assertThat(attributes.at("type")).isEqualTo(Value.of("COGNITO_USER_POOLS"));
    assertThat(attributes.at("provider_arns")).isEqualTo(Value.of(List.of(Value.of("arn:pool"))));
    assertThat(attributes.at("authorizer_uri")).isEqualTo(Value.of("arn:uri"));
    assertThat(attributes.at("authorizer_credentials")).isEqualTo(Value.of("arn:role"));
    assertThat(attributes.at("identity_source")).isEqualTo(Value.of("method.request.header.X"));
    assertThat(attributes.at("identity_validation_expression")).isEqualTo(Value.of("^x$"));
    assertThat(attributes.at("authorizer_result_ttl_in_seconds")).isEqualTo(Value.of(0));
    assertThat(attributes.at("arn"))
        .isEqualTo(Value.of("arn:aws:apigateway:us-east-1::/restapis/api1/authorizers/a1"));
  }

  @Test
  void one_whose_time_the_api_leaves_out_has_the_services_own() {
    gateway.authorizers.add(Authorizer.builder().id("a1").build());

    assertThat(
            gateway
                .found(type, "rest_api_id", "api1", "id", "a1")
                .at("authorizer_result_ttl_in_seconds"))
        .isEqualTo(Value.of(300));
  }

  @Test
  void authorizers_are_discovered() {
    gateway.authorizers.add(Authorizer.builder().id("a2").build());

    assertThat(gateway.discover(type, recorded(type, "rest_api_id", "api1", "id", "a1")))
        .containsExactly("api1/a2");
  }
}
