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
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;

final class S3BucketPublicAccessBlockTest {

  private final FakeS3 s3 = new FakeS3();

  @Test
  void reads_the_four_switches() {
    s3.answer(
        GetPublicAccessBlockResponse.builder()
            .publicAccessBlockConfiguration(c -> c.blockPublicAcls(true).ignorePublicAcls(false))
            .build());

    Value.Mapping attributes = found(observe());

    assertThat(attributes.at("block_public_acls")).isEqualTo(Value.of(true));
    assertThat(attributes.at("ignore_public_acls")).isEqualTo(Value.of(false));
    assertComplete("aws_s3_bucket_public_access_block", attributes);
  }

  @Test
  void is_gone_where_the_bucket_has_none() {
    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Gone.class,
            gone -> assertThat(gone.evidence()).contains("NoSuchPublicAccessBlockConfiguration"));
  }

  @Test
  void is_gone_with_its_bucket() {
    s3.error(GetPublicAccessBlockResponse.class, "NoSuchBucket");

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void what_s3_does_not_know_here_is_unreadable_never_gone() {
    s3.error(GetPublicAccessBlockResponse.class, "MethodNotAllowed");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    s3.error(GetPublicAccessBlockResponse.class, "AccessDenied");

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private Observation observe() {
    return FakeScope.observe(
            new S3BucketPublicAccessBlock(),
            Map.of(S3Client.class, s3),
            recorded(
                "aws_s3_bucket_public_access_block",
                Map.of("id", Value.of("files"), "bucket", Value.of("files"))))
        .getFirst();
  }
}
