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
import software.amazon.awssdk.services.apigatewayv2.model.GetRouteResponseRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRouteResponseResponse;

final class Apigatewayv2RouteResponseTest {

  private static final String TYPE = "aws_apigatewayv2_route_response";
  private static final RecordedResource ONE =
      recorded(TYPE, "id", "x1", "api_id", "a1", "route_id", "r1");

  private final Gateway gateway = new Gateway();

  @Test
  void reads_it_under_terraforms_names() {
    Value.Mapping observed = found(gateway.observe(new Apigatewayv2RouteResponse(), ONE));

    assertComplete(TYPE, observed);
    assertThat(observed.at("route_response_key")).isEqualTo(Value.of("$default"));
    assertThat(observed.at("response_models"))
        .isEqualTo(Value.of(Map.of("action", Value.of("position"))));
    assertThat(gateway.asked).containsExactly("response a1/r1/x1");
  }

  @Test
  void what_api_gateway_does_not_know_is_gone() {
    gateway.fail("NotFoundException");

    assertThat(gateway.observe(new Apigatewayv2RouteResponse(), ONE))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2RouteResponse(), ONE))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_imported_by_its_owners_id_and_its_own() {
    assertThat(new Apigatewayv2RouteResponse().importIds(ONE)).containsExactly("a1/r1/x1");
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetRouteResponseResponse getRouteResponse(GetRouteResponseRequest request) {
      ask(
          "response %s/%s/%s"
              .formatted(request.apiId(), request.routeId(), request.routeResponseId()));
      return GetRouteResponseResponse.builder()
          .routeResponseId("x1")
          .routeResponseKey("$default")
          .responseModels(Map.of("action", "position"))
          .build();
    }
  }
}
