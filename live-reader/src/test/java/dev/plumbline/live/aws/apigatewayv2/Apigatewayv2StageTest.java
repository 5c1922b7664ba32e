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
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.RouteSettings;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

final class Apigatewayv2StageTest {

  private static final String TYPE = "aws_apigatewayv2_stage";
  private static final RecordedResource ONE = recorded(TYPE, "id", "$default", "api_id", "a1");

  private final Gateway gateway = new Gateway();

  @Test
  void reads_it_under_terraforms_names() {
    Value.Mapping observed = found(gateway.observe(new Apigatewayv2Stage(), ONE));

    assertComplete(TYPE, observed);
    assertThat(observed.at("name")).isEqualTo(Value.of("$default"));
    assertThat(observed.at("arn"))
        .isEqualTo(Value.of("arn:aws:apigateway:us-east-1::/apis/a1/stages/$default"));
    assertThat(observed.at("execution_arn"))
        .isEqualTo(Value.of("arn:aws:execute-api:us-east-1:123456789012:a1/$default"));
    assertThat(observed.at("invoke_url"))
        .isEqualTo(Value.of("https://a1.execute-api.us-east-1.amazonaws.com/"));
    assertThat(observed.at("tags_all")).isEqualTo(Value.of(Map.of("Team", Value.of("quay"))));
    Value settings = observed.at("route_settings").items().getFirst();
    assertThat(settings.at("route_key")).isEqualTo(Value.of("GET /x"));
    assertThat(settings.at("throttling_burst_limit")).isEqualTo(Value.of(20));
    assertThat(observed.at("default_route_settings").items().getFirst().at("logging_level"))
        .isEqualTo(Value.of("INFO"));
  }

  @Test
  void what_api_gateway_does_not_know_is_gone() {
    gateway.fail("NotFoundException");

    assertThat(gateway.observe(new Apigatewayv2Stage(), ONE)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2Stage(), ONE))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_imported_by_its_owners_id_and_its_own() {
    assertThat(new Apigatewayv2Stage().importIds(ONE)).containsExactly("a1/$default");
  }

  @Test
  void a_stage_that_deploys_by_itself_moves_its_deployment() {
    assertThat(moving("$default")).containsOnlyKeys("deployment_id");
    assertThat(moving("live")).isEmpty();
  }

  @Test
  void a_websocket_apis_stage_is_invoked_otherwise() {
    RecordedResource socket = recorded(TYPE, "id", "live", "api_id", "w1");

    assertThat(found(gateway.observe(new Apigatewayv2Stage(), socket)).at("invoke_url"))
        .isEqualTo(Value.of("wss://w1.execute-api.us-east-1.amazonaws.com/live"));
  }

  @Test
  void a_quick_apis_stage_is_not_unmanaged() {
    assertThat(gateway.discover(new Apigatewayv2Stage(), ONE))
        .containsExactly("a1/$default", "a1/live");
  }

  private Map<String, String> moving(String stage) {
    RecordedResource recorded = recorded(TYPE, "id", stage, "api_id", "a1");
    return ((Observation.Found) gateway.observe(new Apigatewayv2Stage(), recorded)).moving();
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetStagesResponse getStages(GetStagesRequest request) {
      ask("stages of " + request.apiId());
      return GetStagesResponse.builder()
          .items(
              Stage.builder()
                  .stageName("$default")
                  .autoDeploy(true)
                  .deploymentId("d2")
                  .defaultRouteSettings(s -> s.loggingLevel("INFO"))
                  .routeSettings(
                      Map.of("GET /x", RouteSettings.builder().throttlingBurstLimit(20).build()))
                  .tags(Map.of("Team", "quay"))
                  .build(),
              Stage.builder().stageName("live").deploymentId("d1").build(),
              Stage.builder().stageName("quick").apiGatewayManaged(true).build())
          .build();
    }

    @Override
    public GetApisResponse getApis(GetApisRequest request) {
      ask("apis");
      return GetApisResponse.builder()
          .items(
              Api.builder().apiId("a1").protocolType("HTTP").build(),
              Api.builder().apiId("w1").protocolType("WEBSOCKET").build())
          .build();
    }
  }
}
