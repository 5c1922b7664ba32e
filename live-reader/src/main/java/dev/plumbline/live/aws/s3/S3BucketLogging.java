package dev.plumbline.live.aws.s3;

import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;

/** {@code aws_s3_bucket_logging}: S3 answers nothing where a bucket logs nothing. */
public final class S3BucketLogging extends PartOfBucket<GetBucketLoggingResponse> {

  public S3BucketLogging() {
    super("aws_s3_bucket_logging", BucketParts.LOGGING);
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(VOLATILE, "target_grant.grantee.display_name")
        .withUnobservable(SENT_ALONG, "expected_bucket_owner");
  }

  @Override
  void read(GetBucketLoggingResponse answer, RecordedResource recorded, Attributes into) {
    LoggingEnabled logging = answer.loggingEnabled();
    into.from(logging).put("target_grant", logging.targetGrants());
  }

  @Override
  boolean absent(GetBucketLoggingResponse answer) {
    return answer.loggingEnabled() == null;
  }
}
