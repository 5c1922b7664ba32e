package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.apigatewayv2.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;

final class Apigatewayv2IntegrationTest {

  private static final String TYPE = "aws_apigatewayv2_integration";
  private static final RecordedResource ONE = recorded(TYPE, "id", "i1", "api_id", "a1");

  private final Gateway gateway = new Gateway();

  @Test
  void response_parameters_are_blocks_of_which_empty_ones_say_nothing() {
    Value.Mapping observed = found(gateway.observe(new Apigatewayv2Integration(), ONE));

    assertComplete(TYPE, observed);
    assertThat(observed.at("timeout_milliseconds")).isEqualTo(Value.of(9000));
    assertThat(observed.at("integration_uri")).isEqualTo(Value.of("https://weather.example"));
    assertThat(observed.at("request_parameters"))
        .isEqualTo(Value.of(Map.of("append:header.x", Value.of("1"))));
    assertThat(observed.at("response_parameters"))
        .isEqualTo(
            Value.of(
                List.of(
                    Value.of(
                        Map.of(
                            "status_code",
                            Value.of("503"),
                            "mappings",
                            Value.of(Map.of("overwrite:statuscode", Value.of("502"))))))));
    assertThat(observed.at("tls_config").items().getFirst().at("server_name_to_verify"))
        .isEqualTo(Value.of("weather.example"));
  }

  @Test
  void what_api_gateway_does_not_know_is_gone() {
    gateway.fail("NotFoundException");

    assertThat(gateway.observe(new Apigatewayv2Integration(), ONE))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2Integration(), ONE))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_imported_by_its_owners_id_and_its_own() {
    assertThat(new Apigatewayv2Integration().importIds(ONE)).containsExactly("a1/i1");
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetIntegrationsResponse getIntegrations(GetIntegrationsRequest request) {
      ask("integrations of " + request.apiId());
      return GetIntegrationsResponse.builder()
          .items(
              Integration.builder()
                  .integrationId("i1")
                  .integrationUri("https://weather.example")
                  .timeoutInMillis(9000)
                  .requestParameters(Map.of("append:header.x", "1"))
                  .responseParameters(
                      Map.of("503", Map.of("overwrite:statuscode", "502"), "200", Map.of()))
                  .tlsConfig(t -> t.serverNameToVerify("weather.example"))
                  .build())
          .build();
    }
  }
}
