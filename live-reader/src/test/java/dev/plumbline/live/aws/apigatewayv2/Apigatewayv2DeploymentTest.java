package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.apigatewayv2.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.Deployment;
import software.amazon.awssdk.services.apigatewayv2.model.GetDeploymentRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetDeploymentResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetDeploymentsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetDeploymentsResponse;

final class Apigatewayv2DeploymentTest {

  private static final String TYPE = "aws_apigatewayv2_deployment";
  private static final RecordedResource ONE = recorded(TYPE, "id", "d1", "api_id", "a1");

  private final Gateway gateway = new Gateway();

  @Test
  void reads_it_under_terraforms_names() {
    Value.Mapping observed = found(gateway.observe(new Apigatewayv2Deployment(), ONE));

    assertComplete(TYPE, observed);
    assertThat(observed.at("description")).isEqualTo(Value.of("May"));
    assertThat(observed.at("auto_deployed")).isEqualTo(Value.of(false));
  }

  @Test
  void what_api_gateway_does_not_know_is_gone() {
    gateway.fail("NotFoundException");

    assertThat(gateway.observe(new Apigatewayv2Deployment(), ONE))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2Deployment(), ONE))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_imported_by_its_owners_id_and_its_own() {
    assertThat(new Apigatewayv2Deployment().importIds(ONE)).containsExactly("a1/d1");
  }

  @Test
  void what_a_stage_deployed_by_itself_is_not_unmanaged() {
    RecordedResource[] many =
        IntStream.rangeClosed(1, 4)
            .mapToObj(i -> recorded(TYPE, "id", "d" + i, "api_id", "a1"))
            .toArray(RecordedResource[]::new);

    assertThat(gateway.discover(new Apigatewayv2Deployment(), many))
        .containsExactly("a1/d1", "a1/by-hand");
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetDeploymentResponse getDeployment(GetDeploymentRequest request) {
      ask("deployment " + request.deploymentId());
      return GetDeploymentResponse.builder()
          .deploymentId("d1")
          .description("May")
          .autoDeployed(false)
          .build();
    }

    @Override
    public GetDeploymentsResponse getDeployments(GetDeploymentsRequest request) {
      ask("deployments");
      return GetDeploymentsResponse.builder()
          .items(
              Deployment.builder().deploymentId("d1").build(),
              Deployment.builder().deploymentId("by-hand").build(),
              Deployment.builder().deploymentId("by-stage").autoDeployed(true).build())
          .build();
    }
  }
}
