package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers for AWS without asking it: nothing leaves the process. Thread-safe. */
final class Unreachable implements SdkHttpClient {

  private static final String CONFIGURATION =
      """
      version: 1
      defaults: {region: us-east-1, publish: {github: {repository: none/none, labels: [drift]}}}
      stacks: [{name: none, state: "s3://none/terraform.tfstate", lock: s3}]
      ignore: [{address: "aws_ecs_service.*", attribute: desired_count, reason: none, owner: none}]
      severity: [{when: 'resource.type == "none"', level: high}]
      """;

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** What was asked: the operation, or an object's path. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String operation = operation(request.httpRequest());
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        asked.add(operation);
        return answer(body(operation));
      }

      @Override
      public void abort() {
        asked.remove(operation);
      }
    };
  }

  /** What speaks JSON names it in a header, and S3 in the path. */
  private static String operation(SdkHttpRequest request) {
    return request.firstMatchingHeader("X-Amz-Target").orElseGet(request::encodedPath);
  }

  private static String body(String operation) {
    if (operation.endsWith(".yaml")) {
      return CONFIGURATION;
    }
    return operation.endsWith("GetSecretValue") ? "{\"SecretString\":\"none\"}" : "{}";
  }

  private static HttpExecuteResponse answer(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("Content-Length", Integer.toString(bytes.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }

  @Override
  public void close() {
    asked.clear();
  }
}
