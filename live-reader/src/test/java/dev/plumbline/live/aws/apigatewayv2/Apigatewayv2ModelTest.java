package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.apigatewayv2.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.GetModelRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetModelResponse;

final class Apigatewayv2ModelTest {

  private static final String TYPE = "aws_apigatewayv2_model";
  private static final RecordedResource ONE = recorded(TYPE, "id", "m1", "api_id", "a1");

  private final Gateway gateway = new Gateway();

  @Test
  void reads_it_under_terraforms_names() {
    Value.Mapping observed = found(gateway.observe(new Apigatewayv2Model(), ONE));

    assertComplete(TYPE, observed);
    assertThat(observed.at("schema")).isEqualTo(Value.of("{}"));
    assertThat(observed.at("content_type")).isEqualTo(Value.of("application/json"));
  }

  @Test
  void what_api_gateway_does_not_know_is_gone() {
    gateway.fail("NotFoundException");

    assertThat(gateway.observe(new Apigatewayv2Model(), ONE)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2Model(), ONE))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_imported_by_its_owners_id_and_its_own() {
    assertThat(new Apigatewayv2Model().importIds(ONE)).containsExactly("a1/m1");
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetModelResponse getModel(GetModelRequest request) {
      ask("model " + request.modelId());
      return GetModelResponse.builder()
          .modelId("m1")
          .name("position")
          .contentType("application/json")
          .schema("{}")
          .build();
    }
  }
}
