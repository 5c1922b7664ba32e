package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;

final class S3BucketVersioningTest {

  private final FakeS3 s3 = new FakeS3();

  @Test
  void reads_the_status() {
    s3.answer(GetBucketVersioningResponse.builder().status("Suspended").build());

    Value.Mapping attributes = found(observe());

    assertThat(configuration(attributes).at("status")).isEqualTo(Value.of("Suspended"));
    assertComplete("aws_s3_bucket_versioning", attributes);
  }

  @Test
  void what_was_never_switched_on_is_disabled() {
    assertThat(configuration(found(observe())).at("status")).isEqualTo(Value.of("Disabled"));
  }

  @Test
  void mfa_that_is_off_is_no_drift_from_none_and_mfa_that_is_on_shows() {
    s3.answer(GetBucketVersioningResponse.builder().mfaDelete("Disabled").build());
    assertThat(configuration(found(observe())).at("mfa_delete").isEmpty()).isTrue();

    s3.answer(GetBucketVersioningResponse.builder().mfaDelete("Enabled").build());
    assertThat(configuration(found(observe())).at("mfa_delete")).isEqualTo(Value.of("Enabled"));
  }

  private static Value configuration(Value.Mapping attributes) {
    return attributes.at("versioning_configuration").items().getFirst();
  }

  @Test
  void is_gone_with_its_bucket() {
    s3.error(GetBucketVersioningResponse.class, "NoSuchBucket");

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void what_s3_does_not_know_here_is_unreadable_never_gone() {
    s3.error(GetBucketVersioningResponse.class, "MethodNotAllowed");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    s3.error(GetBucketVersioningResponse.class, "AccessDenied");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private Observation observe() {
    return FakeScope.observe(
            new S3BucketVersioning(),
            Map.of(S3Client.class, s3),
            recorded("aws_s3_bucket_versioning", Map.of("id", Value.of("files,123456789012"))))
        .getFirst();
  }
}
