package dev.plumbline.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an HTTP API does with a request: payload format 2.0, with the path decoded once and cut at a
 * question mark that came out of that.
 */
final class Gateway {

  static final String ACCOUNT = "111122223333";
  static final String ANA =
      "arn:aws:sts::111122223333:assumed-role/" + FakeStore.PERSONS_ROLE + "/ana@acme.example";
  static final String ROBOT = "arn:aws:sts::111122223333:assumed-role/deploy/ana@acme.example";

  private static final JsonMapper JSON = new JsonMapper();

  private Gateway() {}

  /**
   * The event of a request.
   *
   * @param target the path and the query as the client writes them
   * @param arn who signed it, "" for nobody
   */
  static ObjectNode event(
      String method, String target, Map<String, String> headers, byte[] body, String arn) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", decoded(path).replaceFirst("(?s)\\?.*", ""));
    event.put("rawQueryString", mark < 0 ? "" : target.substring(mark + 1));
    ObjectNode lower = event.putObject("headers");
    headers.forEach((name, value) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), value));
    if (body.length > 0) {
      event.put("body", Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0);
    ObjectNode context = event.putObject("requestContext").put("accountId", ACCOUNT);
    context.putObject("http").put("method", method).put("path", decoded(path));
    if (!arn.isEmpty()) {
      context
          .putObject("authorizer")
          .putObject("iam")
          .put("userArn", arn)
          .put("userId", "AROAPERSONS:ana@acme.example")
          .put("accountId", ACCOUNT);
    }
    return event;
  }

  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
  }

  /** A function's answer, taken apart. */
  record Answer(int status, SortedMap<String, String> headers, byte[] body) {

    static Answer of(JsonNode payload) {
      SortedMap<String, String> headers = new TreeMap<>();
      payload
          .path("headers")
          .properties()
          .forEach(each -> headers.put(each.getKey(), each.getValue().asText()));
      return new Answer(
          payload.path("statusCode").asInt(),
          headers,
          Base64.getDecoder().decode(payload.path("body").asText()));
    }

    String text() {
      return new String(body, UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
