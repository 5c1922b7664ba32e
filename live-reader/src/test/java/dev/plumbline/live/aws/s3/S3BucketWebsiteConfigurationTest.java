package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.s3.PartCase.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.Protocol;

final class S3BucketWebsiteConfigurationTest {

  private final PartCase part =
      new PartCase(new S3BucketWebsiteConfiguration(), GetBucketWebsiteResponse.class);

  @ParameterizedTest
  @CsvSource({
    "index_document.suffix, index.html",
    "error_document.key, lost.html",
    "redirect_all_requests_to.host_name, files.example",
    "redirect_all_requests_to.protocol, https",
    "routing_rule.condition.http_error_code_returned_equals, 404",
    "routing_rule.redirect.replace_key_with, lost.html",
    "website_domain, s3-website-us-east-1.amazonaws.com",
    "website_endpoint, files.s3-website-us-east-1.amazonaws.com",
  })
  void reads_the_website(String path, String value) {
    assertThat(at(part.found(rich()), path)).isEqualTo(Value.of(value));
  }

  @Test
  void the_routing_rules_are_a_document_as_well() {
    assertThat(part.found(rich()).at("routing_rules").text())
        .isEqualTo(
            "[{\"Condition\":{\"HttpErrorCodeReturnedEquals\":\"404\"},"
                + "\"Redirect\":{\"ReplaceKeyWith\":\"lost.html\"}}]");
    assertThat(part.found(GetBucketWebsiteResponse.builder().build()).at("routing_rules").isEmpty())
        .isTrue();
  }

  private static GetBucketWebsiteResponse rich() {
    return GetBucketWebsiteResponse.builder()
        .indexDocument(i -> i.suffix("index.html"))
        .errorDocument(e -> e.key("lost.html"))
        .redirectAllRequestsTo(r -> r.hostName("files.example").protocol(Protocol.HTTPS))
        .routingRules(
            r ->
                r.condition(c -> c.httpErrorCodeReturnedEquals("404"))
                    .redirect(to -> to.replaceKeyWith("lost.html")))
        .build();
  }

  @Test
  void is_gone_where_the_bucket_has_none_and_with_its_bucket() {
    part.assertGone("NoSuchWebsiteConfiguration");
    part.assertGone("NoSuchBucket");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    part.assertDeniedIsUnreadable();
  }
}
