package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.apigatewayv2.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ParameterConstraints;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

final class Apigatewayv2RouteTest {

  private static final String TYPE = "aws_apigatewayv2_route";
  private static final RecordedResource ROUTE = recorded(TYPE, "id", "r1", "api_id", "a1");

  private final Gateway gateway = new Gateway();

  @Test
  void its_request_parameters_are_blocks() {
    Value.Mapping route = found(gateway.observe(new Apigatewayv2Route(), ROUTE));

    assertComplete(TYPE, route);
    assertThat(route.at("request_parameter"))
        .isEqualTo(
            Value.of(
                List.of(
                    Value.of(
                        Map.of(
                            "request_parameter_key",
                            Value.of("route.request.header.x"),
                            "required",
                            Value.of(true))))));
    assertThat(route.at("authorization_type")).isEqualTo(Value.of("JWT"));
    assertThat(route.at("request_models")).isEqualTo(Value.of(Map.of("a", Value.of("m"))));
  }

  @Test
  void all_of_an_api_take_one_listing_and_what_it_lacks_is_gone() {
    RecordedResource second = recorded(TYPE, "id", "r9", "api_id", "a1");
    RecordedResource other = recorded(TYPE, "id", "r1", "api_id", "a2");

    List<Observation> observed = gateway.observeAll(new Apigatewayv2Route(), ROUTE, second, other);

    assertThat(observed.get(0)).isInstanceOf(Observation.Found.class);
    assertThat(observed.get(1)).isInstanceOf(Observation.Gone.class);
    assertThat(observed.get(2)).isInstanceOf(Observation.Gone.class);
    assertThat(gateway.asked).containsExactlyInAnyOrder("routes of a1", "routes of a2");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2Route(), ROUTE))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void discovers_what_people_added_to_apis_that_are_listed_anyway() {
    assertThat(gateway.discover(new Apigatewayv2Route(), ROUTE))
        .containsExactly("a1/r1", "a1/rogue");
    assertThat(gateway.discover(new Apigatewayv2Route())).isEmpty();
  }

  @Test
  void the_routes_of_an_openapi_document_are_not_unmanaged() {
    RecordedResource api = recorded("aws_apigatewayv2_api", "id", "a1", "body", "{}");

    assertThat(gateway.discover(new Apigatewayv2Route(), ROUTE, api)).isEmpty();
  }

  @Test
  void is_imported_by_its_apis_id_and_its_own() {
    assertThat(new Apigatewayv2Route().importIds(ROUTE)).containsExactly("a1/r1");
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetRoutesResponse getRoutes(GetRoutesRequest request) {
      ask("routes of " + request.apiId());
      if (request.apiId().equals("a2")) {
        throw error("NotFoundException", 404);
      }
      return GetRoutesResponse.builder()
          .items(
              Route.builder()
                  .routeId("r1")
                  .routeKey("GET /x")
                  .authorizationType("JWT")
                  .requestModels(Map.of("a", "m"))
                  .requestParameters(
                      Map.of(
                          "route.request.header.x",
                          ParameterConstraints.builder().required(true).build()))
                  .build(),
              Route.builder().routeId("rogue").build(),
              Route.builder().routeId("quick").apiGatewayManaged(true).build())
          .build();
    }
  }
}
