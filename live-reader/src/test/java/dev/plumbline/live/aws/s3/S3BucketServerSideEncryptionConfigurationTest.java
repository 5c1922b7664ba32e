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
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;

final class S3BucketServerSideEncryptionConfigurationTest {

  private final FakeS3 s3 = new FakeS3();

  @Test
  void reads_the_rules() {
    s3.answer(FakeS3.encrypted("aws:kms", true));

    Value.Mapping attributes = found(observe());
    Value rule = attributes.at("rule").items().getFirst();

    assertThat(rule.at("bucket_key_enabled")).isEqualTo(Value.of(true));
    assertThat(
            rule.at("apply_server_side_encryption_by_default")
                .items()
                .getFirst()
                .at("sse_algorithm"))
        .isEqualTo(Value.of("aws:kms"));
    assertComplete("aws_s3_bucket_server_side_encryption_configuration", attributes);
  }

  @Test
  void is_gone_with_its_bucket() {
    s3.error(GetBucketEncryptionResponse.class, "NoSuchBucket");

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void what_s3_does_not_know_here_is_unreadable_never_gone() {
    s3.error(GetBucketEncryptionResponse.class, "MethodNotAllowed");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    s3.error(GetBucketEncryptionResponse.class, "AccessDenied");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private Observation observe() {
    return FakeScope.observe(
            new S3BucketServerSideEncryptionConfiguration(),
            Map.of(S3Client.class, s3),
            recorded(
                "aws_s3_bucket_server_side_encryption_configuration",
                Map.of("id", Value.of("files"), "bucket", Value.of("files"))))
        .getFirst();
  }
}
