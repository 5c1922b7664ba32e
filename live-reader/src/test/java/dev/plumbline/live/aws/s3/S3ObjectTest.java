package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

final class S3ObjectTest {

  private static final Map<String, Value> RECORDED =
      Map.of(
          "id", Value.of("files/docs/a.txt"),
          "bucket", Value.of("files"),
          "key", Value.of("/docs//a.txt"));

  private final FakeS3 s3 = new FakeS3();

  @ParameterizedTest
  @CsvSource({
    "id,                   files/docs/a.txt",
    "arn,                  arn:aws:s3:::files/docs/a.txt",
    "bucket,               files",
    "key,                  /docs//a.txt",
    "etag,                 abc",
    "cache_control,        no-store",
    "content_disposition,  attachment",
    "content_encoding,     gzip",
    "content_language,     de",
    "content_type,         text/plain",
    "storage_class,        GLACIER",
    "server_side_encryption, aws:kms",
    "kms_key_id,           arn:key",
    "version_id,           v2",
    "website_redirect,     /b.txt",
    "object_lock_mode,     GOVERNANCE",
    "object_lock_legal_hold_status, ON",
    "object_lock_retain_until_date, 2030-01-01T00:00:00Z",
    "checksum_crc32,       c1",
    "checksum_crc32c,      c2",
    "checksum_crc64nvme,   c3",
    "checksum_sha1,        c4",
    "checksum_sha256,      c5",
  })
  void reads_the_head_under_terraforms_own_names(String attribute, String value) {
    s3.answer(rich());

    assertThat(found(observe(RECORDED)).at(attribute)).isEqualTo(Value.of(value));
  }

  @Test
  void nothing_of_the_type_is_left_unanswered_for() {
    s3.answer(rich());
    s3.answer(GetObjectTaggingResponse.builder().tagSet(t -> t.key("team").value("core")).build());

    Value.Mapping attributes = found(observe(RECORDED));

    assertComplete("aws_s3_object", attributes);
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(attributes.at("metadata")).isEqualTo(Value.of(Map.of("a", Value.of("b"))));
    assertThat(attributes.at("bucket_key_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.entries()).doesNotContainKeys("content", "content_base64", "source");
  }

  @Test
  void what_s3_leaves_out_of_the_head_is_its_default() {
    s3.answer(HeadObjectResponse.builder().eTag("\"abc\"").build());

    Value.Mapping attributes = found(observe(RECORDED));

    assertThat(attributes.at("storage_class")).isEqualTo(Value.of("STANDARD"));
    assertThat(attributes.at("bucket_key_enabled")).isEqualTo(Value.of(false));
    assertThat(attributes.entries()).doesNotContainKey("kms_key_id");
  }

  @Test
  void checksums_are_asked_for_where_the_object_was_uploaded_with_one() {
    s3.answer(rich());
    Map<String, Value> checked = new HashMap<>(RECORDED);
    checked.put("checksum_algorithm", Value.of("SHA256"));

    observe(RECORDED);
    assertThat(s3.asked).doesNotContain("ENABLED");
    observe(checked);
    assertThat(s3.asked).contains("ENABLED");
  }

  @Test
  void objects_of_a_directory_bucket_have_no_tags() {
    s3.answer(rich());
    Map<String, Value> express = new HashMap<>(RECORDED);
    express.put("bucket", Value.of("files--use1-az4--x-s3"));

    assertThat(found(observe(express)).entries()).doesNotContainKey("tags_all");
    assertThat(s3.asked).doesNotContain("GetObjectTaggingResponse");
  }

  @Test
  void an_object_that_s3_says_does_not_exist_is_gone() {
    assertThat(observe(RECORDED)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    s3.error(HeadObjectResponse.class, "AccessDenied");

    assertThat(observe(RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("s3:GetObject"));
  }

  private Observation observe(Map<String, Value> attributes) {
    return FakeScope.observe(
            new S3Object(), Map.of(S3Client.class, s3), recorded("aws_s3_object", attributes))
        .getFirst();
  }

  private static HeadObjectResponse rich() {
    return HeadObjectResponse.builder()
        .eTag("\"abc\"")
        .cacheControl("no-store")
        .contentDisposition("attachment")
        .contentEncoding("gzip")
        .contentLanguage("de")
        .contentType("text/plain")
        .storageClass("GLACIER")
        .serverSideEncryption("aws:kms")
        .ssekmsKeyId("arn:key")
        .bucketKeyEnabled(true)
        .versionId("v2")
        .websiteRedirectLocation("/b.txt")
        .objectLockMode("GOVERNANCE")
        .objectLockLegalHoldStatus("ON")
        .objectLockRetainUntilDate(Instant.parse("2030-01-01T00:00:00Z"))
        .checksumCRC32("c1")
        .checksumCRC32C("c2")
        .checksumCRC64NVME("c3")
        .checksumSHA1("c4")
        .checksumSHA256("c5")
        .metadata(Map.of("a", "b"))
        .build();
  }
}
