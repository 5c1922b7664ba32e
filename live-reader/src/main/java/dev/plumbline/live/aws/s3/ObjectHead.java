package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.Attributes;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What S3 answers to HEAD, under the names of {@code aws_s3_object}. */
final class ObjectHead {

  private ObjectHead() {}

  static Attributes of(Attributes attributes, HeadObjectResponse head) {
    attributes
        .fromAllBut(head, "etag")
        .put("bucket_key_enabled", Boolean.TRUE.equals(head.bucketKeyEnabled()))
        .put("checksum_crc32", head.checksumCRC32())
        .put("checksum_crc32c", head.checksumCRC32C())
        .put("checksum_crc64nvme", head.checksumCRC64NVME())
        .put("checksum_sha1", head.checksumSHA1())
        .put("checksum_sha256", head.checksumSHA256())
        .put("etag", head.eTag() == null ? null : head.eTag().replace("\"", ""))
        .put(
            "storage_class",
            head.storageClassAsString() == null ? "STANDARD" : head.storageClassAsString())
        .put("website_redirect", head.websiteRedirectLocation());
    if (head.ssekmsKeyId() != null) {
      attributes.put("kms_key_id", head.ssekmsKeyId());
    }
    return attributes;
  }

  /** The key as the provider sends it: without leading dots and slashes, each slash once. */
  static String cleaned(String key) {
    return key.replaceFirst("^\\./", "").replaceFirst("^/+", "").replaceAll("/+", "/");
  }
}
