package dev.plumbline.state.source;

import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateFile;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

/**
 * A state in S3, read from one version of the object. Needs s3:GetObject on the object, with
 * s3:ListBucket on the bucket to tell a missing object from a forbidden one, kms:Decrypt where the
 * bucket encrypts with a KMS key, and what {@link S3Lock} says. Clients are the caller's to close.
 */
public final class S3State implements StateSource {

  private static final int LONGEST_LOCK = 64 * 1024;

  private final S3Client s3;
  private final S3Place place;
  private final S3Lock lock;

  /**
   * @param s3 a client of the bucket's region
   * @param key the object's key; {@link S3StateKey} tells a workspace's
   */
  public S3State(S3Client s3, String bucket, String key, S3Lock lock) {
    this.s3 = s3;
    this.place = new S3Place(bucket, key);
    this.lock = lock;
  }

  @Override
  public String uri() {
    return place.toString();
  }

  /** Where a DynamoDB table keeps the state's digest, what was read is held against it. */
  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    try (var object = PinnedObject.open(s3, place);
        var digested = new DigestInputStream(object, md5())) {
      StateIdentity identity = new StateFile(uri(), object.version()).read(digested, each);
      if (lock instanceof S3Lock.DynamoDb table) {
        check(digested.getMessageDigest().digest(), new LockTable(table, place), object.version());
      }
      return identity;
    } catch (IOException e) {
      throw call("s3:GetObject", place).unreachable("the transfer broke off", "Try again.", e);
    }
  }

  @Override
  public String currentVersion() throws StateException {
    try {
      var head =
          s3.headObject(
              HeadObjectRequest.builder().bucket(place.bucket()).key(place.key()).build());
      return PinnedObject.version(head.versionId(), head.eTag());
    } catch (SdkException e) {
      throw call("s3:GetObject", place).failed(e);
    }
  }

  @Override
  public Optional<Lock> lock() throws StateException {
    return switch (lock) {
      case S3Lock.None.NONE -> Optional.empty();
      case S3Lock.LockFile.LOCK_FILE -> lockFile();
      case S3Lock.DynamoDb table -> new LockTable(table, place).lock();
    };
  }

  private Optional<Lock> lockFile() throws StateException {
    S3Place file = place.lockFile();
    var request = GetObjectRequest.builder().bucket(file.bucket()).key(file.key()).build();
    try (var body = s3.getObject(request)) {
      String info = new String(body.readNBytes(LONGEST_LOCK), StandardCharsets.UTF_8);
      return Optional.of(LockInfo.read(info, file.toString()));
    } catch (SdkException e) {
      StateException failure = call("s3:GetObject", file).failed(e);
      if (failure.code() == Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    } catch (IOException e) {
      throw call("s3:GetObject", file).unreachable("its lock broke off", "Try again.", e);
    }
  }

  private void check(byte[] read, LockTable table, String version) throws StateException {
    Optional<String> written = table.digest();
    if (written.isEmpty() || written.get().equalsIgnoreCase(HexFormat.of().formatHex(read))) {
      return;
    }
    if (!version.equals(currentVersion())) {
      throw new StateException(
          Code.CHANGED_WHILE_READING,
          "Reading state " + uri() + " failed: it was written anew meanwhile.",
          "Scan again when the run that writes it has ended.");
    }
    throw new StateException(
        Code.DIGEST_MISMATCH,
        "Reading state %s failed: its content is not what %s in the lock table says."
            .formatted(uri(), table.digestId()),
        "Try again in a minute; if it stays so, somebody wrote the object without Terraform:"
            + " restore the right version, or correct the item's Digest.");
  }

  private AwsCall call(String action, S3Place resource) {
    return new AwsCall(uri(), action, resource.toString());
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
