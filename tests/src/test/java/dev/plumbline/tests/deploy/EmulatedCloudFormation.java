package dev.plumbline.tests.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CloudFormation in an emulated account, asked as HTTP: the product uses no client of it, and the
 * emulator checks no signature.
 */
final class EmulatedCloudFormation {

  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cloudformation/aws4_request, SignedHeaders=host, Signature=none";

  private static final Pattern OUTPUT =
      Pattern.compile(
          "<OutputKey>(?<key>[^<]*)</OutputKey>\\s*<OutputValue>(?<value>[^<]*)</OutputValue>");

  private final URI endpoint;
  private final HttpClient http = HttpClient.newHttpClient();

  EmulatedCloudFormation(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Makes the stack, and returns its outputs. */
  Map<String, String> create(String name, JsonNode template)
      throws IOException, InterruptedException {
    ask(Map.of("Action", "CreateStack", "StackName", name, "TemplateBody", template.toString()));
    return outputs(name);
  }

  /** What a stack that is complete gave out. */
  Map<String, String> outputs(String name) throws IOException, InterruptedException {
    String told = ask(Map.of("Action", "DescribeStacks", "StackName", name));
    if (!told.contains("<StackStatus>CREATE_COMPLETE</StackStatus>")) {
      throw new IllegalStateException(name + " is not complete: " + told);
    }
    Map<String, String> outputs = new TreeMap<>();
    for (Matcher each = OUTPUT.matcher(told); each.find(); ) {
      outputs.put(each.group("key"), each.group("value"));
    }
    return outputs;
  }

  private String ask(Map<String, String> parameters) throws IOException, InterruptedException {
    String form =
        parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&", "Version=2010-05-15&", ""));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(endpoint)
                .header("Authorization", SIGNED)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "%s: %d %s".formatted(parameters.get("Action"), answer.statusCode(), answer.body()));
    }
    return answer.body();
  }
}
