package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.s3.PartCase.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;

final class S3BucketLoggingTest {

  private final PartCase part = new PartCase(new S3BucketLogging(), GetBucketLoggingResponse.class);

  @ParameterizedTest
  @CsvSource({
    "target_bucket, logs",
    "target_prefix, files/",
    "target_grant.permission, READ",
    "target_grant.grantee.email_address, ops@files.example",
    "target_object_key_format.partitioned_prefix.partition_date_source, EventTime",
  })
  void reads_where_it_logs_to(String path, String value) {
    assertThat(at(part.found(rich()), path)).isEqualTo(Value.of(value));
  }

  private static GetBucketLoggingResponse rich() {
    return GetBucketLoggingResponse.builder()
        .loggingEnabled(
            l ->
                l.targetBucket("logs")
                    .targetPrefix("files/")
                    .targetGrants(
                        g ->
                            g.permission("READ")
                                .grantee(
                                    to ->
                                        to.type("AmazonCustomerByEmail")
                                            .emailAddress("ops@files.example")))
                    .targetObjectKeyFormat(
                        f -> f.partitionedPrefix(p -> p.partitionDateSource("EventTime"))))
        .build();
  }

  @Test
  void is_gone_with_its_bucket() {
    part.assertGone("NoSuchBucket");
  }

  @Test
  void an_empty_answer_says_that_the_bucket_has_none() {
    part.assertGoneWhenAnswered(GetBucketLoggingResponse.builder().build());
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    part.assertDeniedIsUnreadable();
  }
}
