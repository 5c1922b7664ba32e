package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.ResponseInputStream;
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
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** The few calls the function makes, in memory. */
final class FakeAccount {

  final SortedMap<String, String> objects = new TreeMap<>();
  final Map<String, String> secrets = new HashMap<>();
  final List<PublishRequest> messages = new ArrayList<>();
  boolean putsDenied;

  S3Client s3() {
    return new Objects();
  }

  SecretsManagerClient secretsManager() {
    return new Vault();
  }

  SnsClient sns() {
    return new Topics();
  }

  private final class Objects implements S3Client {
    @Override
    public <T> T getObject(
        GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
      String object = objects.get(request.bucket() + "/" + request.key());
      if (object == null) {
        throw NoSuchKeyException.builder().statusCode(404).build();
      }
      InputStream in = new ByteArrayInputStream(object.getBytes(UTF_8));
      try {
        return transformer.transform(
            GetObjectResponse.builder().build(), AbortableInputStream.create(in));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
      return getObject(request, ResponseTransformer.toInputStream());
    }

    @Override
    public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
      return getObject(request, ResponseTransformer.toBytes());
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
      if (putsDenied) {
        throw S3Exception.builder().statusCode(403).message("denied").build();
      }
      try (InputStream in = body.contentStreamProvider().newStream()) {
        objects.put(request.bucket() + "/" + request.key(), new String(in.readAllBytes(), UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return PutObjectResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private final class Vault implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return GetSecretValueResponse.builder().secretString(secrets.get(request.secretId())).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private final class Topics implements SnsClient {
    @Override
    public PublishResponse publish(PublishRequest request) {
      messages.add(request);
      return PublishResponse.builder().messageId("1").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
