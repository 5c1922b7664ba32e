package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;

/** {@code aws_s3_bucket_policy}: the policy document, gone where the bucket has none. */
public final class S3BucketPolicy extends PartOfBucket<GetBucketPolicyResponse> {

  public S3BucketPolicy() {
    super("aws_s3_bucket_policy", BucketParts.POLICY);
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(POLICY, "policy");
  }

  @Override
  void read(GetBucketPolicyResponse answer, RecordedResource recorded, Attributes into) {
    into.put("policy", answer.policy());
  }
}
