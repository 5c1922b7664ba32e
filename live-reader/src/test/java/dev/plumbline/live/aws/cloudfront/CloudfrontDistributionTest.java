package dev.plumbline.live.aws.cloudfront;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CloudfrontDistributionTest {

  private static final String TYPE = "aws_cloudfront_distribution";

  private final FakeDistributions front = new FakeDistributions();

  @Test
  void reads_a_distribution_under_terraforms_names() {
    Value.Mapping site = site();

    assertComplete(TYPE, site);
    assertThat(site.at("aliases")).isEqualTo(texts("ferry.example"));
    assertThat(site.at("last_modified_time"))
        .isEqualTo(Value.of("2026-05-01 10:00:00.25 +0000 UTC"));
    assertThat(site.at("etag")).isEqualTo(Value.of("E1"));
    assertThat(site.at("hosted_zone_id")).isEqualTo(Value.of("Z2FDTNDATAQYW2"));
    assertThat(site.at("http_version")).isEqualTo(Value.of("http2and3"));
    assertThat(site.at("web_acl_id")).isEqualTo(Value.of("acl"));
    assertThat(site.at("tags_all")).isEqualTo(Value.of(Map.of("Team", Value.of("quay"))));
  }

  @Test
  void methods_and_associations_of_a_behaviour_are_plain_lists() {
    Value behavior = only(site().at("default_cache_behavior"));

    assertThat(behavior.at("allowed_methods")).isEqualTo(texts("GET", "HEAD", "OPTIONS"));
    assertThat(behavior.at("cached_methods")).isEqualTo(texts("GET", "HEAD"));
    assertThat(behavior.at("trusted_key_groups")).isEqualTo(texts("group"));
    assertThat(only(behavior.at("lambda_function_association")).at("lambda_arn"))
        .isEqualTo(Value.of("arn:aws:lambda:us-east-1:123456789012:function:sign:1"));
    assertThat(only(behavior.at("function_association")).at("event_type"))
        .isEqualTo(Value.of("viewer-request"));
    Value forwarded = only(behavior.at("forwarded_values"));
    assertThat(forwarded.at("headers")).isEqualTo(texts("Accept"));
    assertThat(forwarded.at("query_string_cache_keys")).isEqualTo(texts("lang"));
    assertThat(only(forwarded.at("cookies")).at("whitelisted_names")).isEqualTo(texts("season"));
    assertThat(only(site().at("ordered_cache_behavior")).at("path_pattern"))
        .isEqualTo(Value.of("/api/*"));
  }

  @Test
  void an_origin_shows_what_is_switched_on() {
    List<Value> origins = site().at("origin").items();

    Value booking = origins.get(0);
    assertThat(booking.at("origin_id")).isEqualTo(Value.of("booking"));
    assertThat(only(booking.at("custom_header")).at("value")).isEqualTo(Value.of("ferry"));
    Value custom = only(booking.at("custom_origin_config"));
    assertThat(custom.at("https_port")).isEqualTo(Value.of(8443));
    assertThat(custom.at("origin_ssl_protocols")).isEqualTo(texts("TLSv1.2"));
    assertThat(only(booking.at("origin_shield")).at("origin_shield_region"))
        .isEqualTo(Value.of("eu-west-1"));
    Value pages = origins.get(1);
    assertThat(pages.at("origin_shield").isEmpty()).isTrue();
    assertThat(pages.at("s3_origin_config").isEmpty()).isTrue();
    assertThat(pages.at("origin_access_control_id")).isEqualTo(Value.of("oac"));
  }

  @Test
  void an_origin_whose_access_control_was_not_told_is_not_compared_there() {
    assertThat(site().at("origin").items().getFirst())
        .isInstanceOfSatisfying(
            Value.Mapping.class,
            origin -> assertThat(origin.entries()).doesNotContainKey("origin_access_control_id"));
  }

  @Test
  void groups_errors_restrictions_and_signers_have_terraforms_form() {
    Value group = only(site().at("origin_group"));
    assertThat(group.at("origin_id")).isEqualTo(Value.of("both"));
    assertThat(only(group.at("failover_criteria")).at("status_codes"))
        .isEqualTo(Value.of(List.of(Value.of(503))));
    assertThat(group.at("member").items().get(1).at("origin_id")).isEqualTo(Value.of("pages"));
    Value error = only(site().at("custom_error_response"));
    assertThat(error.at("response_code")).isEqualTo(Value.of(200));
    assertThat(error.at("error_caching_min_ttl")).isEqualTo(Value.of(15));
    Value geo = only(only(site().at("restrictions")).at("geo_restriction"));
    assertThat(geo.at("locations")).isEqualTo(texts("DK", "SE"));
    Value groups = only(site().at("trusted_key_groups"));
    assertThat(groups.at("enabled")).isEqualTo(Value.of(true));
    assertThat(only(groups.at("items")).at("key_pair_ids")).isEqualTo(texts("K1"));
    assertThat(only(site().at("logging_config")).at("prefix")).isEqualTo(Value.of("pages/"));
  }

  @Test
  void a_certificate_of_the_owners_has_its_ssl_method() {
    Value certificate = only(site().at("viewer_certificate"));

    assertThat(certificate.at("acm_certificate_arn")).isEqualTo(Value.of("arn:cert"));
    assertThat(certificate.at("ssl_support_method")).isEqualTo(Value.of("sni-only"));
    assertThat(certificate.at("cloudfront_default_certificate")).isEqualTo(Value.of(false));
  }

  @Test
  void switched_off_logs_and_cloudfronts_own_certificate_say_nothing() {
    Value.Mapping plain = found(front.observe(new CloudfrontDistribution(), "PLAIN"));

    assertThat(plain.at("logging_config").isEmpty()).isTrue();
    Value certificate = only(plain.at("viewer_certificate"));
    assertThat(certificate.at("cloudfront_default_certificate")).isEqualTo(Value.of(true));
    assertThat(certificate.at("ssl_support_method").isEmpty()).isTrue();
    assertThat(plain.at("ordered_cache_behavior").isEmpty()).isTrue();
  }

  @Test
  void a_distribution_that_cloudfront_does_not_know_is_gone() {
    front.fail("NoSuchDistribution");

    assertThat(front.observe(new CloudfrontDistribution(), "SITE"))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    front.fail("AccessDenied");

    assertThat(front.observe(new CloudfrontDistribution(), "SITE"))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("cloudfront:GetDistribution"));
  }

  @Test
  void its_status_moves_while_a_change_is_deployed() {
    assertThat(front.observe(new CloudfrontDistribution(), "SITE"))
        .isInstanceOfSatisfying(
            Observation.Found.class, site -> assertThat(site.moving()).containsOnlyKeys("status"));
  }

  @Test
  void discovers_every_page_of_distributions() {
    assertThat(front.discover(new CloudfrontDistribution())).containsExactly("SITE", "PLAIN");
  }

  private Value.Mapping site() {
    return found(front.observe(new CloudfrontDistribution(), "SITE"));
  }

  private static Value only(Value block) {
    assertThat(block.items()).hasSize(1);
    return block.items().getFirst();
  }

  private static Value texts(String... texts) {
    return Value.of(List.of(texts).stream().map(Value::of).toList());
  }
}
