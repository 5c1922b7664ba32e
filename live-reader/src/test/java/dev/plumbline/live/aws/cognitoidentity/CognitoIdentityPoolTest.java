package dev.plumbline.live.aws.cognitoidentity;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;

/** Both types: a pool, and the roles it gives. */
final class CognitoIdentityPoolTest {

  private static final String ID = "us-east-1:1234";

  private final FakeCognitoIdentity cognito = new FakeCognitoIdentity();

  static List<ResourceType> types() {
    return List.of(new CognitoIdentityPool(), new CognitoIdentityPoolRolesAttachment());
  }

  @Test
  void reads_a_pool_under_terraforms_own_names() {
    cognito
        .pool
        .identityPoolId(ID)
        .identityPoolName("app")
        .allowClassicFlow(true)
        .developerProviderName("dev")
        .openIdConnectProviderARNs("arn:oidc")
        .samlProviderARNs("arn:saml-b", "arn:saml-a")
        .supportedLoginProviders(Map.of("graph.facebook.com", "1"))
        .cognitoIdentityProviders(p -> p.clientId("c").providerName("p").serverSideTokenCheck(true))
        .identityPoolTags(Map.of("team", "core"));

    Value.Mapping attributes = found(observe(new CognitoIdentityPool()));

    assertComplete("aws_cognito_identity_pool", attributes);
    assertThat(attributes.at("arn"))
        .isEqualTo(Value.of("arn:aws:cognito-identity:us-east-1:123456789012:identitypool/" + ID));
    assertThat(attributes.at("openid_connect_provider_arns").items())
        .containsExactly(Value.of("arn:oidc"));
    assertThat(attributes.at("saml_provider_arns").items())
        .containsExactly(Value.of("arn:saml-b"), Value.of("arn:saml-a"));
    assertThat(attributes.at("cognito_identity_providers").items().getFirst().at("client_id"))
        .isEqualTo(Value.of("c"));
    assertThat(attributes.at("tags_all").at("team")).isEqualTo(Value.of("core"));
  }

  @Test
  void reads_the_roles_a_pool_gives() {
    cognito
        .roles
        .identityPoolId(ID)
        .roles(Map.of("authenticated", "arn:user"))
        .roleMappings(
            Map.of(
                "graph.facebook.com",
                FakeCognitoIdentity.rules("isAdmin", "Equals", "true", "arn:admin")));

    Value.Mapping attributes = found(observe(new CognitoIdentityPoolRolesAttachment()));

    assertComplete("aws_cognito_identity_pool_roles_attachment", attributes);
    assertThat(attributes.at("roles").at("authenticated")).isEqualTo(Value.of("arn:user"));
    Value mapping = attributes.at("role_mapping").items().getFirst();
    assertThat(mapping.at("identity_provider")).isEqualTo(Value.of("graph.facebook.com"));
    assertThat(mapping.at("type")).isEqualTo(Value.of("Rules"));
    assertThat(mapping.at("ambiguous_role_resolution")).isEqualTo(Value.of("Deny"));
    assertThat(mapping.at("mapping_rule").items())
        .containsExactly(
            Value.of(
                Map.of(
                    "claim", Value.of("isAdmin"),
                    "match_type", Value.of("Equals"),
                    "value", Value.of("true"),
                    "role_arn", Value.of("arn:admin"))));
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_cognito_says_does_not_exist_is_gone(ResourceType type) {
    cognito.failure = "ResourceNotFoundException";

    assertThat(observe(type)).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void access_denied_is_unreadable_never_gone(ResourceType type) {
    cognito.failure = "NotAuthorizedException";

    assertThat(observe(type)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void pools_are_discovered_by_id() {
    assertThat(
            FakeScope.discover(
                new CognitoIdentityPool(), Map.of(CognitoIdentityClient.class, cognito)))
        .containsExactly("us-east-1:other");
  }

  private Observation observe(ResourceType type) {
    return FakeScope.observe(
            type,
            Map.of(CognitoIdentityClient.class, cognito),
            recorded(type.name(), Map.of("id", Value.of(ID))))
        .getFirst();
  }
}
