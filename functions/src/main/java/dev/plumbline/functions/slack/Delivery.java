package dev.plumbline.functions.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came in, as far as it can be read before it is believed.
 *
 * @param timestamp when Slack says it sent it, in seconds
 * @param body exactly as it came
 */
record Delivery(String timestamp, String signature, String contentType, String body) {

  /** Slack's are far below that, even with a whole message in them. */
  private static final int LONGEST = 256 * 1024;

  static final int TOO_LONG = 413;
  static final int UNAUTHORIZED = 401;
  static final int BAD = 400;

  static Delivery of(APIGatewayV2HTTPEvent event) throws RefusedDelivery {
    String method =
        Optional.ofNullable(event.getRequestContext())
            .map(APIGatewayV2HTTPEvent.RequestContext::getHttp)
            .map(APIGatewayV2HTTPEvent.RequestContext.Http::getMethod)
            .orElse("");
    if (!method.equals("POST")) {
      throw new RefusedDelivery(405, "only POST is taken");
    }
    Map<String, String> headers = Optional.ofNullable(event.getHeaders()).orElse(Map.of());
    return new Delivery(
        header(headers, "x-slack-request-timestamp"),
        header(headers, "x-slack-signature"),
        header(headers, "content-type"),
        body(event));
  }

  boolean isForm() {
    return type().equals("application/x-www-form-urlencoded");
  }

  boolean isJson() {
    return type().equals("application/json");
  }

  private String type() {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String header(Map<String, String> headers, String name) throws RefusedDelivery {
    return headers.entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name) && each.getValue() != null)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedDelivery(
                    name.startsWith("x-slack") ? UNAUTHORIZED : BAD, "there is no " + name));
  }

  private static String body(APIGatewayV2HTTPEvent event) throws RefusedDelivery {
    String raw = Optional.ofNullable(event.getBody()).orElse("");
    // Base64 makes four of three.
    if (raw.length() > LONGEST / 3 * 4 + 4) {
      throw new RefusedDelivery(TOO_LONG, "the body is too long");
    }
    byte[] body = event.getIsBase64Encoded() ? decoded(raw) : raw.getBytes(UTF_8);
    if (body.length > LONGEST) {
      throw new RefusedDelivery(TOO_LONG, "the body is too long");
    }
    return new String(body, UTF_8);
  }

  private static byte[] decoded(String raw) throws RefusedDelivery {
    try {
      return Base64.getDecoder().decode(raw);
    } catch (IllegalArgumentException _) {
      throw new RefusedDelivery(BAD, "the body is not base64");
    }
  }
}
