package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;

/** {@code aws_s3_bucket_acl}: a canned ACL is the grants it stands for, one a permission. */
public final class S3BucketAcl extends PartOfBucket<GetBucketAclResponse> {

  public S3BucketAcl() {
    super("aws_s3_bucket_acl", BucketParts.ACL);
  }

  /** S3 stopped telling display names in November 2025. */
  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(
            VOLATILE,
            "access_control_policy.grant.grantee.display_name",
            "access_control_policy.owner.display_name")
        .withUnobservable("S3 answers the grants that it stood for", "acl")
        .withUnobservable(SENT_ALONG, "expected_bucket_owner");
  }

  @Override
  void read(GetBucketAclResponse answer, RecordedResource recorded, Attributes into) {
    into.put(
        "access_control_policy",
        Value.of(Map.of("grant", Shape.of(answer.grants()), "owner", Shape.of(answer.owner()))));
  }
}
