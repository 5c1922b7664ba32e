package dev.plumbline.functions.api;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Reports in the report bucket, and nothing else of it. Thread-safe. */
public final class S3Reports implements Reports {

  /** Long enough to follow a link, too short to pass it round. */
  private static final Duration LINK = Duration.ofMinutes(1);

  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final Supplier<S3Presigner> presigner;
  private final String bucket;

  /**
   * @param presigner made only when a report is too large to hand over
   */
  public S3Reports(S3Client s3, Supplier<S3Presigner> presigner, String bucket) {
    this.s3 = s3;
    this.presigner = presigner;
    this.bucket = bucket;
  }

  @Override
  public Optional<Kept> find(String uri, long most) throws IOException {
    String all = "s3://%s/".formatted(bucket);
    if (!uri.startsWith(all + "reports/")) {
      return Optional.empty();
    }
    String key = uri.substring(all.length());
    try {
      long size = s3.headObject(request -> request.bucket(bucket).key(key)).contentLength();
      return Optional.of(size > most ? elsewhere(key) : whole(key));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw failed(uri, e);
    } catch (SdkException e) {
      throw failed(uri, e);
    }
  }

  private Kept whole(String key) {
    byte[] json =
        s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArrayUnsafe();
    return new Kept.Whole(SdkBytes.fromByteArrayUnsafe(json));
  }

  private Kept elsewhere(String key) {
    var link =
        presigner
            .get()
            .presignGetObject(
                request ->
                    request
                        .signatureDuration(LINK)
                        .getObjectRequest(get -> get.bucket(bucket).key(key)));
    return new Kept.Elsewhere(URI.create(link.url().toString()));
  }

  private static IOException failed(String uri, SdkException e) {
    return new IOException(
        "Reading the report %s failed: %s.".formatted(uri, e.getClass().getSimpleName()), e);
  }
}
