package dev.plumbline.live.aws.cloudfront;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.ListOriginRequestPoliciesRequest;
import software.amazon.awssdk.services.cloudfront.model.ListOriginRequestPoliciesResponse;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicySummary;

final class CloudfrontOriginRequestPolicyTest {

  private final Front front = new Front();

  @Test
  void one_listing_tells_all_but_the_etag() {
    Value.Mapping observed = found(front.observe(new CloudfrontOriginRequestPolicy(), "p1"));

    assertComplete("aws_cloudfront_origin_request_policy", observed);
    assertThat(observed.at("arn"))
        .isEqualTo(Value.of("arn:aws:cloudfront::123456789012:origin-request-policy/p1"));
    assertThat(
            observed
                .at("cookies_config")
                .items()
                .getFirst()
                .at("cookies")
                .items()
                .getFirst()
                .at("items"))
        .isEqualTo(Value.of(List.of(Value.of("season"))));
    assertThat(observed.at("headers_config").items().getFirst().at("header_behavior"))
        .isEqualTo(Value.of("allViewer"));
    assertThat(
            observed
                .at("query_strings_config")
                .items()
                .getFirst()
                .at("query_strings")
                .items()
                .getFirst()
                .at("items"))
        .isEqualTo(Value.of(List.of(Value.of("lang"))));
  }

  @Test
  void what_the_complete_listing_lacks_is_gone() {
    assertThat(front.observe(new CloudfrontOriginRequestPolicy(), "p9"))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    front.fail("AccessDenied");

    assertThat(front.observe(new CloudfrontOriginRequestPolicy(), "p1"))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(new CloudfrontOriginRequestPolicy().actions())
                    .contains(unreadable.action()));
  }

  @Test
  void discovers_what_is_not_awss_own() {
    assertThat(front.discover(new CloudfrontOriginRequestPolicy())).containsExactly("p1", "p2");
  }

  private static final class Front extends FakeCloudFront {
    @Override
    public ListOriginRequestPoliciesResponse listOriginRequestPolicies(
        ListOriginRequestPoliciesRequest request) {
      ask();
      return request.marker() == null
          ? ListOriginRequestPoliciesResponse.builder()
              .originRequestPolicyList(l -> l.items(policy("p1", "custom")).nextMarker("2"))
              .build()
          : ListOriginRequestPoliciesResponse.builder()
              .originRequestPolicyList(
                  l -> l.items(policy("p2", "custom"), policy("aws", "managed")))
              .build();
    }

    private static OriginRequestPolicySummary policy(String id, String type) {
      return OriginRequestPolicySummary.builder()
          .type(type)
          .originRequestPolicy(
              p ->
                  p.id(id)
                      .originRequestPolicyConfig(
                          c ->
                              c.name("booking")
                                  .cookiesConfig(
                                      x ->
                                          x.cookieBehavior("whitelist")
                                              .cookies(k -> k.quantity(1).items("season")))
                                  .headersConfig(x -> x.headerBehavior("allViewer"))
                                  .queryStringsConfig(
                                      x ->
                                          x.queryStringBehavior("whitelist")
                                              .queryStrings(k -> k.quantity(1).items("lang")))))
          .build();
    }
  }
}
