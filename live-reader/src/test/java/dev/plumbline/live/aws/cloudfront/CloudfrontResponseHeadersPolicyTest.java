package dev.plumbline.live.aws.cloudfront;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.ListResponseHeadersPoliciesRequest;
import software.amazon.awssdk.services.cloudfront.model.ListResponseHeadersPoliciesResponse;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicySummary;

@SuppressWarnings("unchecked") // the SDK builders take a list of lambdas as varargs
final class CloudfrontResponseHeadersPolicyTest {

  private final Front front = new Front();

  @Test
  void one_listing_tells_all_but_the_etag() {
    Value.Mapping observed = found(front.observe(new CloudfrontResponseHeadersPolicy(), "p1"));

    assertComplete("aws_cloudfront_response_headers_policy", observed);
    assertThat(observed.at("arn"))
        .isEqualTo(Value.of("arn:aws:cloudfront::123456789012:response-headers-policy/p1"));
    assertThat(
            observed
                .at("cors_config")
                .items()
                .getFirst()
                .at("access_control_allow_origins")
                .items()
                .getFirst()
                .at("items"))
        .isEqualTo(Value.of(List.of(Value.of("https://ferry.example"))));
    assertThat(observed.at("cors_config").items().getFirst().at("access_control_max_age_sec"))
        .isEqualTo(Value.of(600));
    assertThat(
            observed
                .at("custom_headers_config")
                .items()
                .getFirst()
                .at("items")
                .items()
                .getFirst()
                .at("value"))
        .isEqualTo(Value.of("ferry"));
    assertThat(
            observed
                .at("remove_headers_config")
                .items()
                .getFirst()
                .at("items")
                .items()
                .getFirst()
                .at("header"))
        .isEqualTo(Value.of("Server"));
    assertThat(
            observed
                .at("security_headers_config")
                .items()
                .getFirst()
                .at("strict_transport_security")
                .items()
                .getFirst()
                .at("include_subdomains"))
        .isEqualTo(Value.of(true));
    assertThat(
            observed
                .at("security_headers_config")
                .items()
                .getFirst()
                .at("xss_protection")
                .items()
                .getFirst()
                .at("report_uri"))
        .isEqualTo(Value.of("https://ferry.example/xss"));
    assertThat(
            observed
                .at("security_headers_config")
                .items()
                .getFirst()
                .at("content_security_policy")
                .items()
                .getFirst()
                .at("content_security_policy"))
        .isEqualTo(Value.of("default-src 'self'"));
    assertThat(
            observed
                .at("security_headers_config")
                .items()
                .getFirst()
                .at("frame_options")
                .items()
                .getFirst()
                .at("frame_option"))
        .isEqualTo(Value.of("DENY"));
    assertThat(
            observed
                .at("security_headers_config")
                .items()
                .getFirst()
                .at("referrer_policy")
                .items()
                .getFirst()
                .at("referrer_policy"))
        .isEqualTo(Value.of("same-origin"));
    assertThat(
            observed
                .at("security_headers_config")
                .items()
                .getFirst()
                .at("content_type_options")
                .items()
                .getFirst()
                .at("override"))
        .isEqualTo(Value.of(true));
    assertThat(observed.at("server_timing_headers_config").items().getFirst().at("sampling_rate"))
        .isEqualTo(new Value.Num(new BigDecimal("0.5")));
  }

  @Test
  void what_the_complete_listing_lacks_is_gone() {
    assertThat(front.observe(new CloudfrontResponseHeadersPolicy(), "p9"))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    front.fail("AccessDenied");

    assertThat(front.observe(new CloudfrontResponseHeadersPolicy(), "p1"))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(new CloudfrontResponseHeadersPolicy().actions())
                    .contains(unreadable.action()));
  }

  @Test
  void discovers_what_is_not_awss_own() {
    assertThat(front.discover(new CloudfrontResponseHeadersPolicy())).containsExactly("p1", "p2");
  }

  private static final class Front extends FakeCloudFront {
    @Override
    public ListResponseHeadersPoliciesResponse listResponseHeadersPolicies(
        ListResponseHeadersPoliciesRequest request) {
      ask();
      return request.marker() == null
          ? ListResponseHeadersPoliciesResponse.builder()
              .responseHeadersPolicyList(l -> l.items(policy("p1", "custom")).nextMarker("2"))
              .build()
          : ListResponseHeadersPoliciesResponse.builder()
              .responseHeadersPolicyList(
                  l -> l.items(policy("p2", "custom"), policy("aws", "managed")))
              .build();
    }

    private static ResponseHeadersPolicySummary policy(String id, String type) {
      return ResponseHeadersPolicySummary.builder()
          .type(type)
          .responseHeadersPolicy(
              p ->
                  p.id(id)
                      .responseHeadersPolicyConfig(
                          c ->
                              c.name("strict")
                                  .corsConfig(
                                      x ->
                                          x.accessControlAllowOrigins(
                                                  o -> o.quantity(1).items("https://ferry.example"))
                                              .accessControlMaxAgeSec(600))
                                  .customHeadersConfig(
                                      x ->
                                          x.quantity(1)
                                              .items(h -> h.header("x-line").value("ferry")))
                                  .removeHeadersConfig(
                                      x -> x.quantity(1).items(h -> h.header("Server")))
                                  .securityHeadersConfig(
                                      x ->
                                          x.strictTransportSecurity(s -> s.includeSubdomains(true))
                                              .xssProtection(
                                                  s -> s.reportUri("https://ferry.example/xss"))
                                              .contentSecurityPolicy(
                                                  s ->
                                                      s.contentSecurityPolicy("default-src 'self'"))
                                              .contentTypeOptions(s -> s.override(true))
                                              .frameOptions(s -> s.frameOption("DENY"))
                                              .referrerPolicy(s -> s.referrerPolicy("same-origin")))
                                  .serverTimingHeadersConfig(
                                      x -> x.enabled(true).samplingRate(0.5))))
          .build();
    }
  }
}
