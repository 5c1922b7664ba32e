package dev.plumbline.state.source;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One bucket in memory, whose transfers can be made to break off or to meet a new version. */
final class FakeBucket implements S3Client {

  private record Stored(SdkBytes content, String eTag, @Nullable String versionId) {}

  private final Map<String, Stored> objects = new HashMap<>();
  final List<GetObjectRequest> reads = new ArrayList<>();
  private Optional<RuntimeException> failure = Optional.empty();
  private int bytesPerTransfer = Integer.MAX_VALUE;
  private boolean endsQuietly;
  private Runnable afterBreak = () -> {};
  private Runnable afterRead = () -> {};
  private boolean knowsConditions = true;
  private boolean knowsRanges = true;

  void put(String key, byte[] content, @Nullable String versionId) {
    objects.put(
        key,
        new Stored(
            SdkBytes.fromByteArray(content),
            "\"etag-" + objects.size() + content.length + "\"",
            versionId));
  }

  void remove(String key) {
    objects.remove(key);
  }

  void failWith(RuntimeException e) {
    failure = Optional.of(e);
  }

  /** Every transfer ends after so many bytes: with an exception, or as if that were all. */
  void breakAfter(int bytes, boolean quietly, Runnable then) {
    bytesPerTransfer = bytes;
    endsQuietly = quietly;
    afterBreak = then;
  }

  /** Done once, when the next answer has been handed out. */
  void afterNextRead(Runnable then) {
    afterRead = then;
  }

  void forgetConditions() {
    knowsConditions = false;
  }

  void forgetRanges() {
    knowsRanges = false;
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
    reads.add(request);
    Stored stored = stored(request.key());
    if (knowsConditions && request.ifMatch() != null && !request.ifMatch().equals(stored.eTag())) {
      throw error(412, "PreconditionFailed");
    }
    byte[] content = stored.content().asByteArray();
    int from = from(request);
    var response =
        GetObjectResponse.builder()
            .contentLength((long) content.length - from)
            .eTag(stored.eTag())
            .versionId(stored.versionId());
    if (from > 0) {
      response.contentRange("bytes " + from + "-");
    }
    afterRead.run();
    afterRead = () -> {};
    var rest = new ByteArrayInputStream(content, from, content.length - from);
    return new ResponseInputStream<>(
        response.build(), AbortableInputStream.create(new Breaking(rest)));
  }

  private int from(GetObjectRequest request) {
    return request.range() == null || !knowsRanges
        ? 0
        : Integer.parseInt(request.range().replaceAll("\\D", ""));
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    Stored stored = stored(request.key());
    return HeadObjectResponse.builder().eTag(stored.eTag()).versionId(stored.versionId()).build();
  }

  private Stored stored(String key) {
    failure.ifPresent(
        e -> {
          throw e;
        });
    return Optional.ofNullable(objects.get(key))
        .orElseThrow(
            () ->
                NoSuchKeyException.builder()
                    .statusCode(404)
                    .awsErrorDetails(AwsErrorDetails.builder().errorCode("NoSuchKey").build())
                    .build());
  }

  static S3Exception error(int status, @Nullable String code) {
    return (S3Exception)
        S3Exception.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {}

  private final class Breaking extends FilterInputStream {

    private int left = bytesPerTransfer;

    Breaking(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (left > 0) {
        int read = super.read(to, offset, Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
      }
      afterBreak.run();
      if (endsQuietly) {
        return -1;
      }
      throw new IOException("connection reset");
    }
  }
}
