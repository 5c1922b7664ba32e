package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.apigatewayv2.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.Authorizer;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizerResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizersRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizersResponse;

final class Apigatewayv2AuthorizerTest {

  private static final String TYPE = "aws_apigatewayv2_authorizer";
  private static final RecordedResource ONE = recorded(TYPE, "id", "z1", "api_id", "a1");

  private final Gateway gateway = new Gateway();

  @Test
  void reads_it_under_terraforms_names() {
    Value.Mapping observed = found(gateway.observe(new Apigatewayv2Authorizer(), ONE));

    assertComplete(TYPE, observed);
    assertThat(observed.at("identity_sources"))
        .isEqualTo(Value.of(List.of(Value.of("$request.header.Authorization"))));
    assertThat(observed.at("jwt_configuration").items().getFirst().at("issuer"))
        .isEqualTo(Value.of("https://login.example"));
    assertThat(gateway.asked).containsExactly("authorizer z1");
  }

  @Test
  void what_api_gateway_does_not_know_is_gone() {
    gateway.fail("NotFoundException");

    assertThat(gateway.observe(new Apigatewayv2Authorizer(), ONE))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2Authorizer(), ONE))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void is_imported_by_its_owners_id_and_its_own() {
    assertThat(new Apigatewayv2Authorizer().importIds(ONE)).containsExactly("a1/z1");
  }

  @Test
  void more_than_a_few_of_one_api_are_listed_and_what_is_found_so_may_be_unmanaged() {
    RecordedResource[] many =
        IntStream.rangeClosed(1, 4)
            .mapToObj(i -> recorded(TYPE, "id", "z" + i, "api_id", "a1"))
            .toArray(RecordedResource[]::new);

    List<Observation> observed = gateway.observeAll(new Apigatewayv2Authorizer(), many);

    assertThat(gateway.asked).containsExactly("authorizers of a1");
    assertThat(observed.getFirst()).isInstanceOf(Observation.Found.class);
    assertThat(observed.getLast()).isInstanceOf(Observation.Gone.class);
    assertThat(gateway.discover(new Apigatewayv2Authorizer(), many)).contains("a1/rogue");
    assertThat(gateway.discover(new Apigatewayv2Authorizer(), ONE)).isEmpty();
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetAuthorizerResponse getAuthorizer(GetAuthorizerRequest request) {
      ask("authorizer " + request.authorizerId());
      return GetAuthorizerResponse.builder()
          .authorizerId("z1")
          .identitySource("$request.header.Authorization")
          .jwtConfiguration(j -> j.issuer("https://login.example").audience("crew"))
          .build();
    }

    @Override
    public GetAuthorizersResponse getAuthorizers(GetAuthorizersRequest request) {
      ask("authorizers of " + request.apiId());
      return GetAuthorizersResponse.builder()
          .items(
              Authorizer.builder().authorizerId("z1").build(),
              Authorizer.builder().authorizerId("rogue").build())
          .build();
    }
  }
}
