package dev.plumbline.wiring.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Sha256;
import dev.plumbline.publish.sns.LastFingerprint;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Fingerprints as small objects below {@code fingerprints/}. Thread-safe. */
public final class S3Fingerprints implements LastFingerprint {

  private static final String PREFIX = "fingerprints/";

  /** A key takes 1,024 bytes, and base64 makes four of three. */
  private static final int LONGEST = 600;

  private final S3Client s3;
  private final String bucket;

  public S3Fingerprints(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Optional<String> get(String stack) throws IOException {
    try {
      return Optional.of(
          s3.getObjectAsBytes(request -> request.bucket(bucket).key(key(stack))).asString(UTF_8));
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    } catch (SdkException e) {
      throw failed("Reading", stack, e);
    }
  }

  @Override
  public void put(String stack, String fingerprint) throws IOException {
    try {
      s3.putObject(
          request -> request.bucket(bucket).key(key(stack)).contentType("text/plain"),
          RequestBody.fromString(fingerprint));
    } catch (SdkException e) {
      throw failed("Keeping", stack, e);
    }
  }

  /** A stack's name may hold what a key may not, or be too long for one. */
  static String key(String stack) {
    byte[] name = stack.getBytes(UTF_8);
    return PREFIX
        + (name.length <= LONGEST
            ? Base64.getUrlEncoder().withoutPadding().encodeToString(name)
            : "sha256-" + Sha256.of(name));
  }

  private FingerprintException failed(String doing, String stack, SdkException e) {
    return new FingerprintException(
        "%s the fingerprint of stack %s in s3://%s/%s failed: %s."
            .formatted(doing, stack, bucket, key(stack), e.getClass().getSimpleName()),
        e);
  }
}
