package dev.plumbline.remediation.codebuild;

import dev.plumbline.engine.Sha256;
import dev.plumbline.remediation.PlanBucket;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket with versioning in which plans lie. Thread-safe. */
public final class S3PlanBucket implements PlanBucket {

  /** Enough for the plan of some ten thousand resources, packed. */
  public static final int USUAL_SIZE = 64 * 1024 * 1024;

  private static final String UNVERSIONED = "null";

  private final S3Client client;
  private final String bucket;
  private final int largest;

  /**
   * @param largest the most bytes that an archive may have
   */
  public S3PlanBucket(S3Client client, String bucket, int largest) {
    this.client = client;
    this.bucket = bucket;
    this.largest = largest;
  }

  @Override
  public Optional<Stored> read(String key) throws IOException {
    try (ResponseInputStream<GetObjectResponse> answer =
        client.getObject(ask -> ask.bucket(bucket).key(key))) {
      byte[] archive = answer.readNBytes(largest + 1);
      if (archive.length > largest) {
        // What is left unread would otherwise be drained when the stream is closed.
        answer.abort();
        throw new IOException(
            "The plan %s is larger than %d bytes. Ask for fewer addresses."
                .formatted(place(key), largest));
      }
      String version = version(key, answer.response());
      return Optional.of(
          new Stored(key, version, Sha256.of(archive), SdkBytes.fromByteArrayUnsafe(archive)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw failure("Reading", key, "s3:GetObject and s3:ListBucket", e);
    }
  }

  @Override
  public void delete(String key, String versionId) throws IOException {
    try {
      client.deleteObject(ask -> ask.bucket(bucket).key(key).versionId(versionId));
    } catch (SdkException e) {
      throw failure("Deleting", key, "s3:DeleteObjectVersion", e);
    }
  }

  private String version(String key, GetObjectResponse answer) throws IOException {
    return Optional.ofNullable(answer.versionId())
        .filter(version -> !version.equals(UNVERSIONED))
        .orElseThrow(
            () ->
                new IOException(
                    "The plan %s has no version, so that another could take its place. Turn on the bucket's versioning."
                        .formatted(place(key))));
  }

  private String place(String key) {
    return "s3://%s/%s".formatted(bucket, key);
  }

  private IOException failure(String doing, String key, String action, SdkException e) {
    return new IOException(
        "%s the plan %s failed: %s. Allow %s to this role, or try again."
            .formatted(doing, place(key), CodeBuildFailure.cause(e), action),
        e);
  }
}
