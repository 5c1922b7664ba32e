package dev.plumbline.state.source;

import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * One version of an S3 object as a stream. A transfer that breaks off is taken up where it broke,
 * and only if the object is still the same by its ETag, so that two versions never mix. A failure
 * is an {@link IOException} whose cause is the {@link StateException}.
 */
final class PinnedObject extends InputStream {

  private static final int MOST_RESUMPTIONS = 10;

  private final S3Client s3;
  private final S3Place place;
  private final AwsCall call;
  private final GetObjectResponse pinned;
  private ResponseInputStream<GetObjectResponse> body;
  private long position;
  private int resumptions;

  private PinnedObject(S3Client s3, S3Place place, ResponseInputStream<GetObjectResponse> body) {
    this.s3 = s3;
    this.place = place;
    this.call = call(place);
    this.body = body;
    this.pinned = body.response();
  }

  static PinnedObject open(S3Client s3, S3Place place) throws StateException {
    try {
      return new PinnedObject(s3, place, s3.getObject(request(place).build()));
    } catch (SdkException e) {
      throw call(place).failed(e);
    }
  }

  /** The version id, or the ETag where the bucket keeps no versions. */
  String version() {
    return version(pinned.versionId(), pinned.eTag());
  }

  static String version(@Nullable String versionId, @Nullable String eTag) {
    // "null" is what S3 calls the version of an object from before its bucket kept versions.
    return Optional.ofNullable(versionId)
        .filter(id -> !id.equals("null"))
        .or(() -> Optional.ofNullable(eTag))
        .orElse("");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    while (true) {
      try {
        int read = body.read(to, offset, length);
        if (read >= 0 || isComplete()) {
          position += Math.max(read, 0);
          return read;
        }
        resume(new IOException("the body ended early"));
      } catch (SdkException e) {
        throw new IOException(call.failed(e));
      } catch (IOException e) {
        if (e.getCause() instanceof StateException) {
          throw e;
        }
        resume(e);
      }
    }
  }

  private boolean isComplete() {
    return pinned.contentLength() == null || position >= pinned.contentLength();
  }

  private void resume(IOException broken) throws IOException {
    if (pinned.eTag() == null || ++resumptions > MOST_RESUMPTIONS) {
      throw new IOException(
          call.unreachable("the transfer broke off again and again", "Try again later.", broken));
    }
    body.abort();
    body = reopen(broken);
    if (body.response().contentRange() == null) {
      body.skipNBytes(position);
    }
  }

  private ResponseInputStream<GetObjectResponse> reopen(IOException broken) throws IOException {
    ResponseInputStream<GetObjectResponse> rest;
    try {
      rest =
          s3.getObject(
              request(place).ifMatch(pinned.eTag()).range("bytes=" + position + "-").build());
    } catch (SdkException e) {
      StateException failure = call.failed(e);
      throw new IOException(failure.code() == Code.NOT_FOUND ? call.changed(e) : failure);
    }
    // Not every S3 look-alike knows If-Match.
    if (!pinned.eTag().equals(rest.response().eTag())) {
      rest.abort();
      throw new IOException(call.changed(broken));
    }
    return rest;
  }

  /** Cuts the connection where the object was not read to its end. */
  @Override
  public void close() throws IOException {
    if (isComplete()) {
      body.close();
    } else {
      body.abort();
    }
  }

  private static AwsCall call(S3Place place) {
    return new AwsCall(place.toString(), "s3:GetObject", place.toString());
  }

  private static GetObjectRequest.Builder request(S3Place place) {
    return GetObjectRequest.builder().bucket(place.bucket()).key(place.key());
  }
}
