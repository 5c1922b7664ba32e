package dev.plumbline.live.aws.cloudfront;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.CachePolicySummary;
import software.amazon.awssdk.services.cloudfront.model.ListCachePoliciesRequest;
import software.amazon.awssdk.services.cloudfront.model.ListCachePoliciesResponse;

final class CloudfrontCachePolicyTest {

  private final Front front = new Front();

  @Test
  void one_listing_tells_all_but_the_etag() {
    Value.Mapping observed = found(front.observe(new CloudfrontCachePolicy(), "p1"));

    assertComplete("aws_cloudfront_cache_policy", observed);
    assertThat(observed.at("arn"))
        .isEqualTo(Value.of("arn:aws:cloudfront::123456789012:cache-policy/p1"));
    assertThat(observed.at("default_ttl")).isEqualTo(Value.of(60));
    assertThat(
            observed
                .at("parameters_in_cache_key_and_forwarded_to_origin")
                .items()
                .getFirst()
                .at("headers_config")
                .items()
                .getFirst()
                .at("headers")
                .items()
                .getFirst()
                .at("items"))
        .isEqualTo(Value.of(List.of(Value.of("Accept"))));
    assertThat(
            observed
                .at("parameters_in_cache_key_and_forwarded_to_origin")
                .items()
                .getFirst()
                .at("cookies_config")
                .items()
                .getFirst()
                .at("cookie_behavior"))
        .isEqualTo(Value.of("none"));
    assertThat(
            observed
                .at("parameters_in_cache_key_and_forwarded_to_origin")
                .items()
                .getFirst()
                .at("query_strings_config")
                .items()
                .getFirst()
                .at("query_string_behavior"))
        .isEqualTo(Value.of("all"));
    assertThat(
            observed
                .at("parameters_in_cache_key_and_forwarded_to_origin")
                .items()
                .getFirst()
                .at("enable_accept_encoding_brotli"))
        .isEqualTo(Value.of(true));
  }

  @Test
  void what_the_complete_listing_lacks_is_gone() {
    assertThat(front.observe(new CloudfrontCachePolicy(), "p9"))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    front.fail("AccessDenied");

    assertThat(front.observe(new CloudfrontCachePolicy(), "p1"))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(new CloudfrontCachePolicy().actions()).contains(unreadable.action()));
  }

  @Test
  void discovers_what_is_not_awss_own() {
    assertThat(front.discover(new CloudfrontCachePolicy())).containsExactly("p1", "p2");
  }

  private static final class Front extends FakeCloudFront {
    @Override
    public ListCachePoliciesResponse listCachePolicies(ListCachePoliciesRequest request) {
      ask();
      return request.marker() == null
          ? ListCachePoliciesResponse.builder()
              .cachePolicyList(l -> l.items(policy("p1", "custom")).nextMarker("2"))
              .build()
          : ListCachePoliciesResponse.builder()
              .cachePolicyList(l -> l.items(policy("p2", "custom"), policy("aws", "managed")))
              .build();
    }

    private static CachePolicySummary policy(String id, String type) {
      return CachePolicySummary.builder()
          .type(type)
          .cachePolicy(
              p ->
                  p.id(id)
                      .cachePolicyConfig(
                          c ->
                              c.name("pages")
                                  .comment("pages")
                                  .minTTL(1L)
                                  .defaultTTL(60L)
                                  .maxTTL(600L)
                                  .parametersInCacheKeyAndForwardedToOrigin(
                                      k ->
                                          k.enableAcceptEncodingBrotli(true)
                                              .enableAcceptEncodingGzip(true)
                                              .cookiesConfig(x -> x.cookieBehavior("none"))
                                              .queryStringsConfig(x -> x.queryStringBehavior("all"))
                                              .headersConfig(
                                                  x ->
                                                      x.headerBehavior("whitelist")
                                                          .headers(
                                                              h ->
                                                                  h.quantity(1).items("Accept"))))))
          .build();
    }
  }
}
