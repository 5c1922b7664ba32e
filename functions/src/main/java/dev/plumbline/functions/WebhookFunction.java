package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.webhook.HttpAnswer;
import dev.plumbline.wiring.webhook.Webhook;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes GitHub's webhook from an HTTP API (payload format 2.0). What is signed are the body's very
 * bytes, so they are taken as they came.
 */
public final class WebhookFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  /** Base64 makes four characters of three bytes. */
  private static final int LONGEST_TEXT = Webhook.LARGEST / 3 * 4 + 4;

  private final Webhook webhook;

  /**
   * As Lambda makes it, once per container.
   *
   * @throws SettingsException where the function's environment cannot be used
   */
  public WebhookFunction() throws SettingsException {
    this(CommandWiring.of(System.getenv()).webhook());
  }

  WebhookFunction(Webhook webhook) {
    this.webhook = webhook;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    HttpAnswer answer = answer(event);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(answer.status())
        .withHeaders(Map.of("content-type", answer.contentType()))
        .withBody(answer.body())
        .build();
  }

  private HttpAnswer answer(APIGatewayV2HTTPEvent event) {
    String text = Optional.ofNullable(event.getBody()).orElse("");
    if (text.length() > LONGEST_TEXT) {
      return HttpAnswer.tooLarge();
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(Optional.ofNullable(event.getHeaders()).orElse(Map.of()));
    try {
      return webhook.take(
          new Webhook.Delivery(
              headers.getOrDefault("content-type", ""),
              headers.getOrDefault("x-github-event", ""),
              headers.getOrDefault("x-hub-signature-256", ""),
              event.getIsBase64Encoded()
                  ? Base64.getDecoder().decode(text)
                  : text.getBytes(UTF_8)));
    } catch (IllegalArgumentException _) {
      return HttpAnswer.unreadable("the body is not the base64 it is said to be");
    }
  }
}
