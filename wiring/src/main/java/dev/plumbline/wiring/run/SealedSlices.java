package dev.plumbline.wiring.run;

import dev.plumbline.engine.Sha256;
import dev.plumbline.wiring.AwsFailure;
import dev.plumbline.wiring.remediate.DeployedStacks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Slices in the report bucket below {@code slices/}, an object each, sealed with the deployment's
 * key; the bucket forgets them after a day. Thread-safe.
 */
public final class SealedSlices implements Slices {

  private static final Logger LOG = LoggerFactory.getLogger(SealedSlices.class);

  private final Supplier<S3Client> s3;
  private final String bucket;
  private final DeployedStacks.Key key;
  private final InstantSource clock;
  private final SliceJson json = new SliceJson();

  /**
   * @param key the deployment's
   */
  public SealedSlices(
      Supplier<S3Client> s3, String bucket, DeployedStacks.Key key, InstantSource clock) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.clock = clock;
  }

  @Override
  public void keep(String run, RunItem item, Slice slice) throws IOException {
    String place = place(run, item);
    byte[] sealed = new Seal(key.bytes()).sealed(packed(json.write(slice)), place);
    try {
      s3.get()
          .putObject(
              request -> request.bucket(bucket).key(place).contentType("application/octet-stream"),
              RequestBody.fromBytes(sealed));
    } catch (SdkException e) {
      throw failed("Keeping", place, e);
    }
  }

  /** One that cannot be opened says nothing: what it was to say is read again. */
  @Override
  public Optional<Slice> find(String run, RunItem item) throws IOException {
    String place = place(run, item);
    Optional<byte[]> sealed = kept(place);
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    Seal seal = new Seal(key.bytes());
    try {
      return Optional.of(json.read(unpacked(seal.opened(sealed.get(), place))));
    } catch (GeneralSecurityException | IOException e) {
      LOG.warn("{} cannot be opened and is read again: {}", place, e.getClass().getSimpleName());
      return Optional.of(Slice.nothing(clock.instant()));
    }
  }

  private Optional<byte[]> kept(String place) throws IOException {
    try (InputStream in = s3.get().getObject(request -> request.bucket(bucket).key(place))) {
      return Optional.of(in.readAllBytes());
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    } catch (SdkException e) {
      throw failed("Reading", place, e);
    }
  }

  /** A stack's name may hold anything. */
  private static String place(String run, RunItem item) {
    return "slices/%s/%s/%d-of-%d"
        .formatted(run, Sha256.of(item.stack()), item.slice(), item.slices());
  }

  private static byte[] packed(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text);
    }
    return packed.toByteArray();
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private IOException failed(String doing, String place, SdkException e) {
    return new IOException(
        "%s s3://%s/%s failed: %s. Allow it to the function's role."
            .formatted(doing, bucket, place, AwsFailure.why(e)),
        e);
  }
}
