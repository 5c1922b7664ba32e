package dev.plumbline.live.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;

final class S3BucketCorsConfigurationTest {

  private final PartCase part =
      new PartCase(new S3BucketCorsConfiguration(), GetBucketCorsResponse.class);

  @Test
  void reads_the_rules_under_terraforms_own_names() {
    Value rule =
        part.found(
                GetBucketCorsResponse.builder()
                    .corsRules(
                        r ->
                            r.id("app")
                                .allowedHeaders("*")
                                .allowedMethods("GET")
                                .allowedOrigins("https://a.example")
                                .exposeHeaders("ETag")
                                .maxAgeSeconds(60))
                    .build())
            .at("cors_rule")
            .items()
            .getFirst();

    assertThat(rule.at("id")).isEqualTo(Value.of("app"));
    assertThat(rule.at("max_age_seconds")).isEqualTo(Value.of(60));
    for (String list :
        new String[] {"allowed_headers", "allowed_methods", "allowed_origins", "expose_headers"}) {
      assertThat(rule.at(list).items()).as(list).hasSize(1);
    }
  }

  @Test
  void is_gone_where_the_bucket_has_none_and_with_its_bucket() {
    part.assertGone("NoSuchCORSConfiguration");
    part.assertGone("NoSuchBucket");
  }

  @Test
  void an_empty_answer_says_that_the_bucket_has_none() {
    part.assertGoneWhenAnswered(GetBucketCorsResponse.builder().build());
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    part.assertDeniedIsUnreadable();
  }
}
