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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;

final class CognitoUserPoolClientTest {

  private final FakeCognito cognito = new FakeCognito();

  @Test
  void reads_a_client_under_terraforms_own_names_but_for_its_secret() {
    cognito
        .client
        .userPoolId(FakeCognito.POOL)
        .clientName("web")
        .clientSecret("s3cr3t")
        .allowedOAuthFlows(OAuthFlowType.CODE)
        .allowedOAuthFlowsUserPoolClient(true)
        .allowedOAuthScopes("openid")
        .callbackURLs("https://a.example/")
        .logoutURLs("https://b.example/")
        .defaultRedirectURI("https://a.example/")
        .explicitAuthFlowsWithStrings("ALLOW_REFRESH_TOKEN_AUTH")
        .authSessionValidity(3)
        .refreshTokenRotation(r -> r.feature("ENABLED").retryGracePeriodSeconds(30))
        .analyticsConfiguration(a -> a.applicationId("app").userDataShared(true));

    Value.Mapping attributes = found(observe(Value.none()));

    assertComplete("aws_cognito_user_pool_client", attributes);
    Map.of(
            "allowed_oauth_flows", "code",
            "allowed_oauth_scopes", "openid",
            "callback_urls", "https://a.example/",
            "logout_urls", "https://b.example/",
            "explicit_auth_flows", "ALLOW_REFRESH_TOKEN_AUTH")
        .forEach(
            (attribute, value) ->
                assertThat(attributes.at(attribute).items())
                    .as(attribute)
                    .containsExactly(Value.of(value)));
    assertThat(attributes.at("name")).isEqualTo(Value.of("web"));
    assertThat(attributes.at("default_redirect_uri")).isEqualTo(Value.of("https://a.example/"));
    assertThat(attributes.at("allowed_oauth_flows_user_pool_client")).isEqualTo(Value.of(true));
    assertThat(attributes.at("refresh_token_rotation").items().getFirst().at("feature"))
        .isEqualTo(Value.of("ENABLED"));
    assertThat(attributes.toString()).doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource({"hours,hours,days,true", "minutes,hours,days,false"})
  void default_units_that_nobody_asked_for_are_not_written(
      String access, String id, String refresh, boolean none) {
    cognito.client.tokenValidityUnits(u -> u.accessToken(access).idToken(id).refreshToken(refresh));

    assertThat(found(observe(Value.none())).at("token_validity_units").isEmpty()).isEqualTo(none);
  }

  @Test
  void default_units_that_the_code_has_are_written() {
    cognito.client.tokenValidityUnits(
        u -> u.accessToken("hours").idToken("hours").refreshToken("days"));
    Value written = Value.of(List.of(Value.of(Map.of("id_token", Value.of("minutes")))));

    assertThat(found(observe(written)).at("token_validity_units").items().getFirst().at("id_token"))
        .isEqualTo(Value.of("hours"));
  }

  @Test
  void a_client_that_cognito_says_does_not_exist_is_gone() {
    cognito.failure = "ResourceNotFoundException";

    assertThat(observe(Value.none())).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    cognito.failure = "AccessDeniedException";

    assertThat(observe(Value.none())).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void those_of_recorded_pools_are_discovered_by_the_id_an_import_takes() {
    RecordedResource pool =
        recorded("aws_cognito_user_pool", Map.of("id", Value.of(FakeCognito.POOL)));

    assertThat(cognito.discover(new CognitoUserPoolClient(), pool))
        .containsExactly(FakeCognito.POOL + "/c1", FakeCognito.POOL + "/c2");
    assertThat(new CognitoUserPoolClient().importIds(client(Value.none())))
        .containsExactly(FakeCognito.POOL + "/c1");
  }

  private Observation observe(Value units) {
    return cognito.observe(new CognitoUserPoolClient(), client(units));
  }

  private static RecordedResource client(Value units) {
    return recorded(
        "aws_cognito_user_pool_client",
        Map.of(
            "id", Value.of("c1"),
            "user_pool_id", Value.of(FakeCognito.POOL),
            "token_validity_units", units));
  }
}
