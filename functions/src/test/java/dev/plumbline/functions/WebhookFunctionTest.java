package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.wiring.webhook.Webhook;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookFunctionTest {

  private static final String SECRET = "s3cret";

  /** Not ASCII, and escaped in a way that no writer of JSON would choose. */
  private static final String PING = "{ \"zen\":\"\u00e9 \\u0041 \ud83d\ude00\" }\r\n";

  private final WebhookFunction function =
      new WebhookFunction(
          new Webhook(
              new Webhook.Keys() {
                @Override
                public List<String> webhook() {
                  return List.of(SECRET);
                }

                @Override
                public MarkerKey marker() {
                  return new MarkerKey("0123456789abcdef".getBytes(UTF_8));
                }
              },
              new NoStacks(),
              new FakeDeliveries(),
              (_, _) -> {
                throw new IllegalStateException("nothing here is work");
              },
              InstantSource.system()));

  private static Map<String, String> headers(String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    return Map.of(
        "Content-Type",
        "application/json",
        "X-GitHub-Event",
        "ping",
        "x-hub-signature-256",
        "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8))));
  }

  private APIGatewayV2HTTPResponse answer(
      Map<String, String> headers, String body, boolean base64) {
    return function.handleRequest(
        APIGatewayV2HTTPEvent.builder()
            .withHeaders(headers)
            .withBody(body)
            .withIsBase64Encoded(base64)
            .build(),
        null);
  }

  @Test
  void the_very_bytes_that_were_signed_are_checked() throws Exception {
    String encoded = Base64.getEncoder().encodeToString(PING.getBytes(UTF_8));
    assertThat(answer(headers(PING), PING, false).getStatusCode()).isEqualTo(200);
    assertThat(answer(headers(PING), encoded, true).getStatusCode()).isEqualTo(200);
    assertThat(answer(headers(PING), PING.strip(), false).getStatusCode()).isEqualTo(401);
    assertThat(answer(headers(PING), encoded, false).getStatusCode()).isEqualTo(401);
  }

  @Test
  void what_is_no_base64_is_no_request() throws Exception {
    APIGatewayV2HTTPResponse answer = answer(headers(PING), "not base64!", true);
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
  }

  @Test
  void nothing_at_all_is_refused() {
    assertThat(function.handleRequest(new APIGatewayV2HTTPEvent(), null).getStatusCode())
        .isEqualTo(401);
  }

  @Test
  void too_much_is_refused_before_it_is_decoded() throws Exception {
    String large = "!".repeat(2 << 20);
    assertThat(answer(headers(large), large, true).getStatusCode()).isEqualTo(413);
    assertThat(answer(headers(large), large, false).getStatusCode()).isEqualTo(413);
  }
}
