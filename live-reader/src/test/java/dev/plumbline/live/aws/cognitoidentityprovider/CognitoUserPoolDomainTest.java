package dev.plumbline.live.aws.cognitoidentityprovider;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CognitoUserPoolDomainTest {

  private final FakeCognito cognito = new FakeCognito();

  @Test
  void reads_a_domain_under_terraforms_own_names() {
    cognito
        .domain
        .status("ACTIVE")
        .domain("login.example")
        .userPoolId(FakeCognito.POOL)
        .cloudFrontDistribution("d1.cloudfront.net")
        .s3Bucket("assets")
        .version("20260101")
        .managedLoginVersion(2)
        .customDomainConfig(c -> c.certificateArn("arn:certificate"));

    Value.Mapping attributes = found(observe());

    assertComplete("aws_cognito_user_pool_domain", attributes);
    Map.of(
            "certificate_arn", "arn:certificate",
            "cloudfront_distribution", "d1.cloudfront.net",
            "cloudfront_distribution_arn", "d1.cloudfront.net",
            "cloudfront_distribution_zone_id", "Z2FDTNDATAQYW2",
            "s3_bucket", "assets",
            "user_pool_id", FakeCognito.POOL)
        .forEach(
            (attribute, value) ->
                assertThat(attributes.at(attribute)).as(attribute).isEqualTo(Value.of(value)));
    assertThat(attributes.at("managed_login_version")).isEqualTo(Value.of(2));
  }

  @Test
  void an_empty_description_means_that_there_is_none() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    cognito.failure = "AccessDeniedException";

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void recorded_pools_tell_their_domains() {
    cognito.pool.domain("one").customDomain("two.example");

    assertThat(
            cognito.discover(
                new CognitoUserPoolDomain(),
                recorded("aws_cognito_user_pool", Map.of("id", Value.of(FakeCognito.POOL)))))
        .containsExactly("one", "two.example");
  }

  private Observation observe() {
    return cognito.observe(
        new CognitoUserPoolDomain(),
        recorded("aws_cognito_user_pool_domain", Map.of("id", Value.of("login.example"))));
  }
}
