package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.apigatewayv2.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationResponseRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationResponseResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationResponsesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationResponsesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationResponse;

final class Apigatewayv2IntegrationResponseTest {

  private static final String TYPE = "aws_apigatewayv2_integration_response";
  private static final RecordedResource ONE =
      recorded(TYPE, "id", "x1", "api_id", "a1", "integration_id", "i1");

  private final Gateway gateway = new Gateway();

  @Test
  void reads_it_under_terraforms_names() {
    Value.Mapping observed = found(gateway.observe(new Apigatewayv2IntegrationResponse(), ONE));

    assertComplete(TYPE, observed);
    assertThat(observed.at("integration_response_key")).isEqualTo(Value.of("/200/"));
    assertThat(observed.at("response_templates"))
        .isEqualTo(Value.of(Map.of("application/json", Value.of("{}"))));
    assertThat(observed.at("integration_id")).isEqualTo(Value.of("i1"));
  }

  @Test
  void what_api_gateway_does_not_know_is_gone() {
    gateway.fail("NotFoundException");

    assertThat(gateway.observe(new Apigatewayv2IntegrationResponse(), ONE))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2IntegrationResponse(), ONE))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_imported_by_its_owners_id_and_its_own() {
    assertThat(new Apigatewayv2IntegrationResponse().importIds(ONE)).containsExactly("a1/i1/x1");
  }

  @Test
  void two_of_one_integration_take_one_listing() {
    RecordedResource two = recorded(TYPE, "id", "x2", "api_id", "a1", "integration_id", "i1");

    assertThat(gateway.observeAll(new Apigatewayv2IntegrationResponse(), ONE, two))
        .hasOnlyElementsOfType(Observation.Found.class);
    assertThat(gateway.asked).containsExactly("responses of a1/i1");
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetIntegrationResponseResponse getIntegrationResponse(
        GetIntegrationResponseRequest request) {
      ask("response " + request.integrationResponseId());
      return GetIntegrationResponseResponse.builder()
          .integrationResponseId("x1")
          .integrationResponseKey("/200/")
          .responseTemplates(Map.of("application/json", "{}"))
          .build();
    }

    @Override
    public GetIntegrationResponsesResponse getIntegrationResponses(
        GetIntegrationResponsesRequest request) {
      ask("responses of " + request.apiId() + "/" + request.integrationId());
      return GetIntegrationResponsesResponse.builder()
          .items(
              IntegrationResponse.builder().integrationResponseId("x1").build(),
              IntegrationResponse.builder().integrationResponseId("x2").build())
          .build();
    }
  }
}
