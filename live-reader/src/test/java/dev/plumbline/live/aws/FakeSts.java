package dev.plumbline.live.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers who the credentials are for, or that they are not accepted. */
final class FakeSts implements SdkHttpClient {

  private static final String IDENTITY =
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetCallerIdentityResult><Account>%s</Account></GetCallerIdentityResult>
      </GetCallerIdentityResponse>""";

  private static final String EXPIRED =
      """
      <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>expired</Message></Error>
      </ErrorResponse>""";

  private final int status;
  private final String body;
  private final AtomicInteger asked = new AtomicInteger();

  private FakeSts(int status, String body) {
    this.status = status;
    this.body = body;
  }

  static FakeSts of(String account) {
    return new FakeSts(200, IDENTITY.formatted(account));
  }

  static FakeSts expired() {
    return new FakeSts(403, EXPIRED);
  }

  int asked() {
    return asked.get();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        asked.incrementAndGet();
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpResponse.builder()
                    .statusCode(status)
                    .putHeader("Content-Type", "text/xml")
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
