package dev.plumbline.live.aws.cognitoidentityprovider;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerType;

final class CognitoResourceServerTest {

  private final FakeCognito cognito = new FakeCognito();

  @BeforeEach
  void has_a_server() {
    cognito.servers.add(
        ResourceServerType.builder()
            .identifier("https://api.example")
            .userPoolId(FakeCognito.POOL)
            .name("API")
            .scopes(s -> s.scopeName("read").scopeDescription("Read"))
            .build());
  }

  @Test
  void all_servers_of_a_pool_are_asked_for_once() {
    List<Observation> both =
        cognito.all(new CognitoResourceServer(), server("https://api.example"), server("other"));

    Value.Mapping attributes = found(both.getFirst());
    assertComplete("aws_cognito_resource_server", attributes);
    assertThat(attributes.at("id")).isEqualTo(Value.of(FakeCognito.POOL + "|https://api.example"));
    assertThat(attributes.at("scope").items().getFirst().at("scope_name"))
        .isEqualTo(Value.of("read"));
    assertThat(attributes.at("scope_identifiers").items())
        .containsExactly(Value.of("https://api.example/read"));
    assertThat(both.getLast()).isInstanceOf(Observation.Gone.class);
    assertThat(cognito.asked).containsExactly("servers");
  }

  @Test
  void a_server_of_a_pool_that_does_not_exist_is_gone() {
    cognito.failure = "ResourceNotFoundException";

    assertThat(cognito.observe(new CognitoResourceServer(), server("x")))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    cognito.failure = "AccessDeniedException";

    assertThat(cognito.observe(new CognitoResourceServer(), server("x")))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void others_of_its_pool_are_discovered() {
    assertThat(cognito.discover(new CognitoResourceServer(), server("x")))
        .containsExactly(FakeCognito.POOL + "|https://api.example");
  }

  private static RecordedResource server(String identifier) {
    return recorded(
        "aws_cognito_resource_server",
        Map.of(
            "id", Value.of(FakeCognito.POOL + "|" + identifier),
            "user_pool_id", Value.of(FakeCognito.POOL)));
  }
}
