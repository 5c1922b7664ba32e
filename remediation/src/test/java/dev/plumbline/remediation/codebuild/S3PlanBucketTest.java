package dev.plumbline.remediation.codebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.engine.Sha256;
import dev.plumbline.remediation.PlanBucket.Stored;
import dev.plumbline.remediation.codebuild.FakeHttp.Answer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3PlanBucketTest {

  private static final String KEY = "plans/shop/r1";

  @Test
  void what_a_run_left_has_its_version_and_the_hash_of_its_bytes() throws Exception {
    Stored stored = bucket(found("archive", "v1"), 100).read(KEY).orElseThrow();

    assertThat(stored.key()).isEqualTo(KEY);
    assertThat(stored.versionId()).isEqualTo("v1");
    assertThat(stored.sha256()).isEqualTo(Sha256.of("archive"));
    assertThat(stored.archive().asUtf8String()).isEqualTo("archive");
  }

  @Test
  void nothing_there_is_nothing_and_a_denial_is_an_error() throws Exception {
    assertThat(bucket(error(404, "NoSuchKey"), 100).read(KEY)).isEmpty();

    assertThatThrownBy(() -> bucket(error(403, "AccessDenied"), 100).read(KEY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Reading the plan s3://plans/plans/shop/r1 failed: AccessDenied")
        .hasMessageContaining("s3:ListBucket");
  }

  @Test
  void a_bucket_without_versions_is_refused() {
    for (String version : new String[] {"null", ""}) {
      assertThatThrownBy(() -> bucket(found("archive", version), 100).read(KEY))
          .hasMessageContaining("Turn on the bucket's versioning");
    }
  }

  @Test
  void an_archive_that_is_too_large_is_not_read_to_its_end() throws Exception {
    assertThat(bucket(found("x".repeat(100), "v1"), 100).read(KEY)).isPresent();
    assertThatThrownBy(() -> bucket(found("x".repeat(101), "v1"), 100).read(KEY))
        .hasMessageContaining("larger than 100 bytes");
  }

  @Test
  void exactly_that_version_is_deleted() throws Exception {
    FakeHttp http = new FakeHttp(asked -> new Answer(204, "", Map.of()));
    new S3PlanBucket(client(http), "plans", 100).delete(KEY, "v1");

    assertThat(http.asked)
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.operation()).startsWith("DELETE").endsWith(KEY);
              assertThat(asked.query()).contains("versionId=v1");
            });
  }

  private static S3PlanBucket bucket(Answer answer, int largest) {
    return new S3PlanBucket(client(new FakeHttp(asked -> answer)), "plans", largest);
  }

  private static S3Client client(FakeHttp http) {
    return S3Client.builder()
        .httpClient(http)
        .region(Region.EU_WEST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .build();
  }

  private static Answer found(String body, String version) {
    return new Answer(
        200, body, version.isEmpty() ? Map.of() : Map.of("x-amz-version-id", version));
  }

  private static Answer error(int status, String code) {
    return new Answer(
        status,
        "<Error><Code>%s</Code><Message>canary</Message></Error>".formatted(code),
        Map.of("Content-Type", "application/xml"));
  }
}
