package dev.plumbline.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** A bucket that lists its keys, or refuses to. */
record FakeS3(int status, String body) implements SdkHttpClient {

  static FakeS3 holding(String... keys) {
    return holding(1, keys);
  }

  /** Objects of that many bytes each. */
  static FakeS3 holding(long bytes, String... keys) {
    String contents =
        List.of(keys).stream()
            .map(key -> "<Contents><Key>%s</Key><Size>%d</Size></Contents>".formatted(key, bytes))
            .collect(Collectors.joining());
    return new FakeS3(
        200,
        "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
            + "<IsTruncated>false</IsTruncated>%s</ListBucketResult>".formatted(contents));
  }

  static FakeS3 denying() {
    return new FakeS3(403, "<Error><Code>AccessDenied</Code><Message>no</Message></Error>");
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpResponse.builder()
                    .statusCode(status)
                    .putHeader("Content-Type", "application/xml")
                    .build())
            .responseBody(
                AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(UTF_8))))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public void close() {}
}
