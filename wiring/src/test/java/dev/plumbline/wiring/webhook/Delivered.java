package dev.plumbline.wiring.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Deliveries as GitHub makes them: a comment of Ana's on the issue of the stack freeside. */
final class Delivered {

  static final String SECRET = "the webhook's secret";
  static final String KEY = "the deployment's key, 32 bytes or more";
  static final String STACK = "freeside";

  private static final JsonMapper JSON = new JsonMapper();

  private final ObjectNode event;

  private Delivered(ObjectNode event) {
    this.event = event;
  }

  static Delivered comment(String body) {
    return new Delivered((ObjectNode) read("issue_comment.created"))
        .with("/comment/body", body)
        .with("/issue/body", marker(STACK, KEY) + "\nThe drift");
  }

  static byte[] ping() {
    return read("ping").toString().getBytes(UTF_8);
  }

  /** The first line of an issue of ours, worked out without the code that writes it. */
  static String marker(String stack, String key) {
    return "<!-- plumbline:v1 stack=%s mac=%s -->"
        .formatted(
            base64(stack.getBytes(UTF_8)),
            base64(hmac("5:STACK%d:%s".formatted(stack.length(), stack).getBytes(UTF_8), key)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The same with that text at that place. */
  Delivered with(String pointer, String text) {
    return with(pointer, JSON.getNodeFactory().textNode(text));
  }

  Delivered with(String pointer, JsonNode value) {
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) event.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), value);
    return this;
  }

  byte[] bytes() {
    return event.toString().getBytes(UTF_8);
  }

  Webhook.Delivery signed() {
    return signed("issue_comment", bytes());
  }

  static Webhook.Delivery signed(String event, byte[] body) {
    return new Webhook.Delivery("application/json", event, signature(body, SECRET), body);
  }

  static String signature(byte[] body, String secret) {
    return "sha256=" + HexFormat.of().formatHex(hmac(body, secret));
  }

  private static byte[] hmac(byte[] body, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Delivered.class.getResourceAsStream("/github-webhook/" + name + ".json"))) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
