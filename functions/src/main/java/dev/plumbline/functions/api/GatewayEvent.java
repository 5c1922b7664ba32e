package dev.plumbline.functions.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Reads what an HTTP API hands to a function, payload format 2.0. Read by hand rather than bound to
 * Lambda's event classes, whose reflection a cold start would pay for.
 */
final class GatewayEvent {

  private GatewayEvent() {}

  /**
   * Reads an event.
   *
   * @throws ProblemException where what the client sent cannot be read
   */
  static Request read(JsonNode event) throws ProblemException {
    JsonNode context = event.path("requestContext");
    return new Request(
        method(event),
        event.path("rawPath").asText(""),
        query(event.path("rawQueryString").asText("")),
        headers(event.path("headers")),
        body(event),
        signer(context));
  }

  static String method(JsonNode event) {
    JsonNode http = event.path("requestContext").path("http");
    return http.path("method").asText("").toUpperCase(Locale.ROOT);
  }

  private static SortedMap<String, String> query(String raw) throws ProblemException {
    SortedMap<String, String> query = new TreeMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!pair.isEmpty() && query.put(name, value) != null) {
        throw Problems.badRequest("A parameter is given twice", "Give each once.");
      }
    }
    return query;
  }

  private static String decoded(String text) throws ProblemException {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      throw Problems.badRequest(
          "The query is not percent-encoded", "Write a literal % in it as %25.");
    }
  }

  private static Map<String, String> headers(JsonNode node) {
    Map<String, String> headers = new HashMap<>();
    node.properties()
        .forEach(
            each -> headers.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue().asText()));
    return headers;
  }

  private static SdkBytes body(JsonNode event) throws ProblemException {
    String body = event.path("body").asText("");
    if (!event.path("isBase64Encoded").asBoolean()) {
      return SdkBytes.fromUtf8String(body);
    }
    try {
      return SdkBytes.fromByteArray(Base64.getDecoder().decode(body));
    } catch (IllegalArgumentException _) {
      throw Problems.badRequest("The body cannot be decoded", "Send it as JSON in UTF-8.");
    }
  }

  private static Optional<Request.Signer> signer(JsonNode context) {
    JsonNode iam = context.path("authorizer").path("iam");
    return Optional.of(iam.path("userArn").asText(""))
        .filter(arn -> !arn.isEmpty())
        .map(
            arn ->
                new Request.Signer(
                    arn, iam.path("userId").asText(""), context.path("accountId").asText("")));
  }
}
