package dev.plumbline.remediation.codebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** AWS's side of a connection: takes requests as they go over the wire and answers in its form. */
final class FakeHttp implements SdkHttpClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer. */
  record Answer(int status, String body, Map<String, String> headers) {
    static Answer ok(String body) {
      return new Answer(200, body, Map.of());
    }

    static Answer refused(String code) {
      return new Answer(
          400, "{\"__type\":\"%s\",\"message\":\"canary\"}".formatted(code), Map.of());
    }
  }

  /** A request: its operation, or its method and path, and its body. */
  record Asked(String operation, String body, String query) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  final List<Asked> asked = new ArrayList<>();
  private final Function<Asked, Answer> answers;

  FakeHttp(Function<Asked, Answer> answers) {
    this.answers = answers;
  }

  List<Asked> asked(String operation) {
    return asked.stream().filter(each -> each.operation().equals(operation)).toList();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    Asked taken = taken(request);
    asked.add(taken);
    Answer answer = answers.apply(taken);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        SdkHttpResponse.Builder response = SdkHttpResponse.builder().statusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        return HttpExecuteResponse.builder()
            .response(response.build())
            .responseBody(
                AbortableInputStream.create(
                    new ByteArrayInputStream(answer.body().getBytes(UTF_8))))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  private static Asked taken(HttpExecuteRequest request) {
    SdkHttpRequest http = request.httpRequest();
    String target =
        http.firstMatchingHeader("X-Amz-Target")
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .orElseGet(() -> http.method() + " " + http.encodedPath());
    String body =
        request
            .contentStreamProvider()
            .map(
                content -> {
                  try {
                    return new String(content.newStream().readAllBytes(), UTF_8);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .orElse("");
    return new Asked(target, body, http.encodedQueryParameters().orElse(""));
  }

  @Override
  public void close() {}
}
