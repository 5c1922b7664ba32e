package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.s3.PartCase.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.Permission;

final class S3BucketAclTest {

  private final PartCase part = new PartCase(new S3BucketAcl(), GetBucketAclResponse.class);

  @Test
  void reads_the_owner_and_a_grant_a_permission() {
    Value policy =
        part.found(FakeS3.granted(Permission.READ, Permission.WRITE)).at("access_control_policy");

    assertThat(at(policy, "owner.id")).isEqualTo(Value.of(FakeS3.OWNER));
    assertThat(at(policy, "grant").items())
        .extracting(grant -> at(grant, "permission").text() + at(grant, "grantee.type").text())
        .containsExactly("READCanonicalUser", "WRITECanonicalUser");
  }

  @Test
  void is_gone_with_its_bucket() {
    part.assertGone("NoSuchBucket");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    part.assertDeniedIsUnreadable();
  }
}
