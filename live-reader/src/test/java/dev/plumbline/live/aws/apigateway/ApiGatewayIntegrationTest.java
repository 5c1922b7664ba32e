package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.ConnectionType;
import software.amazon.awssdk.services.apigateway.model.ContentHandlingStrategy;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.TlsConfig;

final class ApiGatewayIntegrationTest {

  private final ApiGatewayIntegration type = new ApiGatewayIntegration();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_an_integration_from_the_listing_of_resources() {
    gateway.resources.add(resource(integration().build()));

    Value.Mapping attributes = gateway.found(type, NAMES);

    assertThat(attributes.at("type")).isEqualTo(Value.of("HTTP"));
    assertThat(attributes.at("http_method")).isEqualTo(Value.of("POST"));
    assertThat(attributes.at("integration_http_method")).isEqualTo(Value.of("GET"));
    assertThat(attributes.at("timeout_milliseconds")).isEqualTo(Value.of(12000));
    assertThat(attributes.at("connection_type")).isEqualTo(Value.of("VPC_LINK"));
    assertThat(attributes.at("connection_id")).isEqualTo(Value.of("link"));
    assertThat(attributes.at("credentials")).isEqualTo(Value.of("arn:aws:iam::1:role/r"));
    assertThat(attributes.at("passthrough_behavior")).isEqualTo(Value.of("NEVER"));
    assertThat(attributes.at("content_handling")).isEqualTo(Value.of("CONVERT_TO_BINARY"));
    assertThat(attributes.at("cache_namespace")).isEqualTo(Value.of("parcels"));
    assertThat(attributes.at("cache_key_parameters"))
        .isEqualTo(Value.of(List.of(Value.of("method.request.path.parcel"))));
    assertThat(attributes.at("request_templates").at("text/plain")).isEqualTo(Value.of("t"));
    assertThat(attributes.at("request_parameters").at("p")).isEqualTo(Value.of("q"));
    assertThat(attributes.at("tls_config").items().getFirst().at("insecure_skip_verification"))
        .isEqualTo(Value.of(true));
    assertThat(gateway.calls).containsExactly("GetResources");
  }

  @Test
  void an_integration_without_a_connection_goes_over_the_internet() {
    gateway.resources.add(resource(integration().connectionType((String) null).build()));

    assertThat(gateway.found(type, NAMES).at("connection_type")).isEqualTo(Value.of("INTERNET"));
  }

  @Test
  void one_that_the_listing_lacks_is_gone_when_the_api_says_so_itself() {
    gateway.resources.add(resource(null));

    assertThat(gateway.observe(type, NAMES)).isInstanceOf(Observation.Gone.class);
    assertThat(gateway.calls).containsExactly("GetResources", "GetIntegration");
  }

  @Test
  void one_that_the_listing_lacks_is_read_where_the_api_answers_it() {
    gateway.integration =
        Optional.of(GetIntegrationResponse.builder().type(IntegrationType.MOCK).build());

    assertThat(gateway.found(type, NAMES).at("type")).isEqualTo(Value.of("MOCK"));
  }

  @Test
  void only_methods_with_an_integration_are_discovered() {
    gateway.resources.add(resource(null));
    assertThat(gateway.discover(type, recorded(type, NAMES))).isEmpty();

    gateway.resources.add(resource(integration().build()));
    assertThat(gateway.discover(type, recorded(type, NAMES))).containsExactly("api1/r1/POST");
  }

  private static Resource resource(@Nullable Integration integration) {
    Method post = Method.builder().methodIntegration(integration).build();
    return Resource.builder().id("r1").resourceMethods(Map.of("POST", post)).build();
  }

  private static Integration.Builder integration() {
    return Integration.builder()
        .type(IntegrationType.HTTP)
        .httpMethod("GET")
        .uri("https://example.com")
        .connectionType(ConnectionType.VPC_LINK)
        .connectionId("link")
        .credentials("arn:aws:iam::1:role/r")
        .passthroughBehavior("NEVER")
        .contentHandling(ContentHandlingStrategy.CONVERT_TO_BINARY)
        .timeoutInMillis(12000)
        .cacheNamespace("parcels")
        .cacheKeyParameters("method.request.path.parcel")
        .requestTemplates(Map.of("text/plain", "t"))
        .requestParameters(Map.of("p", "q"))
        .tlsConfig(TlsConfig.builder().insecureSkipVerification(true).build());
  }

  private static final String[] NAMES = {
    "id", "synthetic", "rest_api_id", "api1", "resource_id", "r1", "http_method", "POST"
  };
}
