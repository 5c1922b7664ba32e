package dev.plumbline.tests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Objects in memory, of no account that a test looks at. */
final class KeptObjects implements S3Client {

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    try (var in = body.contentStreamProvider().newStream()) {
      objects.put(request.bucket() + "/" + request.key(), in.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return PutObjectResponse.builder().build();
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
    byte[] object = objects.get(request.bucket() + "/" + request.key());
    if (object == null) {
      throw NoSuchKeyException.builder().statusCode(404).build();
    }
    return new ResponseInputStream<>(
        GetObjectResponse.builder().build(),
        AbortableInputStream.create(new ByteArrayInputStream(object)));
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
