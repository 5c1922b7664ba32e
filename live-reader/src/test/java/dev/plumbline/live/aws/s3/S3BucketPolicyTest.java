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
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;

final class S3BucketPolicyTest {

  private final FakeS3 s3 = new FakeS3();

  @Test
  void reads_the_policy() {
    s3.answer(GetBucketPolicyResponse.builder().policy("{}").build());

    Value.Mapping attributes = found(observe());

    assertThat(attributes.at("policy")).isEqualTo(Value.of("{}"));
    assertComplete("aws_s3_bucket_policy", attributes);
  }

  @Test
  void is_gone_where_the_bucket_has_none() {
    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Gone.class,
            gone -> assertThat(gone.evidence()).contains("NoSuchBucketPolicy"));
  }

  @Test
  void is_gone_with_its_bucket() {
    s3.error(GetBucketPolicyResponse.class, "NoSuchBucket");

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void what_s3_does_not_know_here_is_unreadable_never_gone() {
    s3.error(GetBucketPolicyResponse.class, "MethodNotAllowed");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    s3.error(GetBucketPolicyResponse.class, "AccessDenied");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private Observation observe() {
    return FakeScope.observe(
            new S3BucketPolicy(),
            Map.of(S3Client.class, s3),
            recorded(
                "aws_s3_bucket_policy",
                Map.of("id", Value.of("files"), "bucket", Value.of("files"))))
        .getFirst();
  }
}
