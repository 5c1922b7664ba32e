package dev.plumbline.wiring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Buckets in memory: what is put into them can be got, whole. */
public final class KeptObjects implements S3Client {

  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private volatile boolean denying;

  /** What was put, by bucket and key with a slash between; a test may change it. */
  public Map<String, byte[]> objects() {
    return objects;
  }

  /** Nobody may read anything from now on. */
  public void deny() {
    denying = true;
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    try (var in = body.contentStreamProvider().newStream()) {
      objects.put(request.bucket() + "/" + request.key(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PutObjectResponse.builder().build();
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    if (denying) {
      throw S3Exception.builder().statusCode(403).build();
    }
    byte[] object = objects.get(request.bucket() + "/" + request.key());
    if (object == null) {
      throw NoSuchKeyException.builder().statusCode(404).build();
    }
    try {
      return transformer.transform(
          GetObjectResponse.builder().contentLength((long) object.length).build(),
          AbortableInputStream.create(new ByteArrayInputStream(object)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    objects.clear();
  }
}
