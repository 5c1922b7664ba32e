package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.s3.PartCase.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;

final class S3BucketOwnershipControlsTest {

  private final PartCase part =
      new PartCase(new S3BucketOwnershipControls(), GetBucketOwnershipControlsResponse.class);

  @Test
  void reads_who_owns_objects() {
    Value.Mapping attributes =
        part.found(
            GetBucketOwnershipControlsResponse.builder()
                .ownershipControls(
                    c -> c.rules(r -> r.objectOwnership(ObjectOwnership.OBJECT_WRITER)))
                .build());

    assertThat(at(attributes, "rule.object_ownership")).isEqualTo(Value.of("ObjectWriter"));
  }

  @Test
  void is_gone_where_the_bucket_has_none_and_with_its_bucket() {
    part.assertGone("OwnershipControlsNotFoundError");
    part.assertGone("NoSuchBucket");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    part.assertDeniedIsUnreadable();
  }
}
