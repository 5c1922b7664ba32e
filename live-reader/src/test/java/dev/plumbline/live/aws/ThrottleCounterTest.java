package dev.plumbline.live.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

class ThrottleCounterTest {

  @Test
  void an_answer_that_asks_for_patience_is_counted_though_the_call_went_well_in_the_end() {
    ThrottleCounter throttles = new ThrottleCounter();
    SqsClient sqs = client(throttles, "{\"__type\":\"ThrottlingException\"}", "{}");

    sqs.listQueues();
    assertThat(throttles.count()).isEqualTo(1);

    sqs.listQueues();
    assertThat(throttles.count()).as("what went well is none").isEqualTo(1);
  }

  /** Answers the first, then the last for ever. */
  private static SqsClient client(ThrottleCounter throttles, String first, String last) {
    return new AwsClients(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")),
            "us-east-1",
            Optional.empty(),
            new Answers(List.of(first).iterator(), last),
            throttles)
        .client(SqsClient.class, SqsClient::builder);
  }

  private record Answers(Iterator<String> first, String last) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          boolean throttled = first.hasNext();
          String body = throttled ? first.next() : last;
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(throttled ? 400 : 200).build())
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
}
