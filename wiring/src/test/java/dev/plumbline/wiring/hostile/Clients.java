package dev.plumbline.wiring.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** A cloud's clients that keep what they are given; itself the one that has the tokens. */
final class Clients implements SecretsManagerClient {

  final Map<String, String> objects = new LinkedHashMap<>();
  final List<PublishRequest> published = new CopyOnWriteArrayList<>();

  S3Client s3() {
    return new Bucket();
  }

  SnsClient sns() {
    return new Topic();
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return GetSecretValueResponse.builder().secretString("a-token-of-nobody").build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private final class Bucket implements S3Client {
    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
      try (InputStream in = body.contentStreamProvider().newStream()) {
        objects.put(request.key(), new String(in.readAllBytes(), UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return PutObjectResponse.builder().build();
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
      long length = bytes(request.key()).length;
      return HeadObjectResponse.builder().contentLength(length).build();
    }

    @Override
    public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
      return ResponseBytes.fromByteArray(GetObjectResponse.builder().build(), bytes(request.key()));
    }

    private byte[] bytes(String key) {
      return Optional.ofNullable(objects.get(key))
          .orElseThrow(() -> NoSuchKeyException.builder().statusCode(404).build())
          .getBytes(UTF_8);
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private final class Topic implements SnsClient {
    @Override
    public PublishResponse publish(PublishRequest request) {
      published.add(request);
      return PublishResponse.builder().messageId("m").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
