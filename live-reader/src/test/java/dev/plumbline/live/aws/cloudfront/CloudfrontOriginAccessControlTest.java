package dev.plumbline.live.aws.cloudfront;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.ListOriginAccessControlsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListOriginAccessControlsResponse;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSummary;

final class CloudfrontOriginAccessControlTest {

  private final Front front = new Front();

  @Test
  void one_listing_tells_all_but_the_etag() {
    Value.Mapping observed = found(front.observe(new CloudfrontOriginAccessControl(), "p1"));

    assertComplete("aws_cloudfront_origin_access_control", observed);
    assertThat(observed.at("arn"))
        .isEqualTo(Value.of("arn:aws:cloudfront::123456789012:origin-access-control/p1"));
    assertThat(observed.at("signing_behavior")).isEqualTo(Value.of("always"));
    assertThat(observed.at("origin_access_control_origin_type")).isEqualTo(Value.of("s3"));
    assertThat(observed.at("description")).isEqualTo(Value.of("pages"));
  }

  @Test
  void what_the_complete_listing_lacks_is_gone() {
    assertThat(front.observe(new CloudfrontOriginAccessControl(), "p9"))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    front.fail("AccessDenied");

    assertThat(front.observe(new CloudfrontOriginAccessControl(), "p1"))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(new CloudfrontOriginAccessControl().actions())
                    .contains(unreadable.action()));
  }

  @Test
  void discovers_every_one() {
    assertThat(front.discover(new CloudfrontOriginAccessControl())).containsExactly("p1");
  }

  private static final class Front extends FakeCloudFront {
    @Override
    public ListOriginAccessControlsResponse listOriginAccessControls(
        ListOriginAccessControlsRequest request) {
      ask();
      return ListOriginAccessControlsResponse.builder()
          .originAccessControlList(
              l ->
                  l.items(
                      OriginAccessControlSummary.builder()
                          .id("p1")
                          .name("pages")
                          .description("pages")
                          .originAccessControlOriginType("s3")
                          .signingBehavior("always")
                          .signingProtocol("sigv4")
                          .build()))
          .build();
    }
  }
}
