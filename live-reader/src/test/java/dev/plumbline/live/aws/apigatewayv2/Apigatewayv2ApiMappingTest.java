package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.apigatewayv2.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.ApiMapping;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiMappingsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiMappingsResponse;

final class Apigatewayv2ApiMappingTest {

  private static final String TYPE = "aws_apigatewayv2_api_mapping";
  private static final RecordedResource ONE =
      recorded(TYPE, "id", "p1", "domain_name", "a.example");

  private final Gateway gateway = new Gateway();

  @Test
  void reads_it_under_terraforms_names() {
    Value.Mapping observed = found(gateway.observe(new Apigatewayv2ApiMapping(), ONE));

    assertComplete(TYPE, observed);
    assertThat(observed.at("api_id")).isEqualTo(Value.of("a1"));
    assertThat(observed.at("stage")).isEqualTo(Value.of("live"));
    assertThat(observed.at("domain_name")).isEqualTo(Value.of("a.example"));
  }

  @Test
  void what_api_gateway_does_not_know_is_gone() {
    gateway.fail("NotFoundException");

    assertThat(gateway.observe(new Apigatewayv2ApiMapping(), ONE))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2ApiMapping(), ONE))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_imported_by_its_owners_id_and_its_own() {
    assertThat(new Apigatewayv2ApiMapping().importIds(ONE)).containsExactly("p1/a.example");
  }

  @Test
  void a_domain_name_with_paths_of_rest_apis_is_left_to_them() {
    assertThat(gateway.discover(new Apigatewayv2ApiMapping(), ONE))
        .containsExactly("p1/a.example", "rogue/a.example");
    assertThat(
            gateway.discover(
                new Apigatewayv2ApiMapping(),
                ONE,
                recorded("aws_api_gateway_base_path_mapping", "domain_name", "a.example")))
        .isEmpty();
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetApiMappingsResponse getApiMappings(GetApiMappingsRequest request) {
      ask("mappings of " + request.domainName());
      return GetApiMappingsResponse.builder()
          .items(
              ApiMapping.builder().apiMappingId("p1").apiId("a1").stage("live").build(),
              ApiMapping.builder().apiMappingId("rogue").build())
          .build();
    }
  }
}
