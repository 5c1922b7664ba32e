package dev.plumbline.functions.slack;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.slack.api.app_backend.events.payload.UrlVerificationPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadDetector;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.ssl_check.SSLCheckPayloadDetector;
import com.slack.api.util.json.GsonFactory;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.slack.Click;
import dev.plumbline.publish.slack.ResponseUrls;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.WorkQueue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Slack delivers: checks who sent it, finds out what it is, and answers. Thread-safe.
 */
public final class SlackDoor {

  private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);

  private final Deployed deployed;
  private final ResponseUrls urls;
  private final InstantSource clock;
  private final Commands commands;
  private final Clicks clicks;
  private final Gson gson = GsonFactory.createSnakeCase();

  /**
   * @param urls where pressed buttons are answered; to be quick
   */
  public SlackDoor(
      Deployed deployed,
      Deliveries deliveries,
      WorkQueue queue,
      ResponseUrls urls,
      InstantSource clock) {
    Desk desk = new Desk(deliveries, queue);
    this.deployed = deployed;
    this.urls = urls;
    this.clock = clock;
    this.commands = new Commands(desk);
    this.clicks = new Clicks(desk);
  }

  /** Answers a delivery, whatever is in it. */
  public APIGatewayV2HTTPResponse respond(APIGatewayV2HTTPEvent event) {
    try {
      Answer answer = answer(Delivery.of(event));
      return response(200, answer.contentType(), answer.body());
    } catch (RefusedDelivery e) {
      LOG.warn(
          "A delivery was refused with {}: {}",
          e.status(),
          Plain.line(String.valueOf(e.getMessage())));
      return response(e.status(), "text/plain", e.getMessage() + "\n");
    } catch (SettingsException | ConfigurationException e) {
      LOG.error("Slack cannot be answered: {}", Plain.line(String.valueOf(e.getMessage())));
      return response(500, "text/plain", "Plumbline is not set up for this; its log says more.\n");
    }
  }

  /** What is answered; "" is an empty body. */
  private record Answer(String contentType, String body) {
    static final Answer EMPTY = new Answer("text/plain", "");
  }

  /**
   * Answers.
   *
   * @throws RefusedDelivery where it is not Slack's, or cannot be read
   * @throws SettingsException where the function is not set up for it
   */
  private Answer answer(Delivery delivery)
      throws RefusedDelivery, SettingsException, ConfigurationException {
    Configuration configuration = deployed.configuration();
    Gate gate =
        Gate.of(configuration)
            .orElseThrow(
                () ->
                    new SettingsException(
                        "The configuration has no Slack app",
                        "Set slack.signingSecret and slack.channels."));
    Signature.check(delivery, deployed.secret(gate.app().signingSecret()), clock);
    try {
      if (delivery.isJson()) {
        return verification(delivery);
      }
      return form(delivery, configuration, gate);
    } catch (JsonParseException | IllegalArgumentException e) {
      LOG.debug("A delivery cannot be read", e);
      throw new RefusedDelivery(Delivery.BAD, "the body cannot be read");
    }
  }

  /** Events are not subscribed to; only the address is ever verified. */
  private Answer verification(Delivery delivery) throws RefusedDelivery {
    UrlVerificationPayload payload = gson.fromJson(delivery.body(), UrlVerificationPayload.class);
    if (payload == null
        || !UrlVerificationPayload.TYPE.equals(
            type(gson.fromJson(delivery.body(), JsonObject.class)))
        || payload.getChallenge() == null) {
      throw new RefusedDelivery(Delivery.BAD, "this kind of event is not taken");
    }
    return new Answer("text/plain", payload.getChallenge());
  }

  private Answer form(Delivery delivery, Configuration configuration, Gate gate)
      throws RefusedDelivery {
    if (!delivery.isForm()) {
      throw new RefusedDelivery(415, "this kind of body is not taken");
    }
    Optional<String> payload = payload(delivery.body());
    if (payload.isPresent()) {
      return interaction(payload.get(), delivery, gate);
    }
    if (new SlashCommandPayloadDetector().isCommand(delivery.body())) {
      SlashCommandPayload command = new SlashCommandPayloadParser().parse(delivery.body());
      String text = Optional.ofNullable(command.getText()).orElse("");
      return json(
          commands
              .answer(Command.parse(text), Asker.of(command), delivery, configuration, gate)
              .toCommand());
    }
    if (new SSLCheckPayloadDetector().isSSLCheckRequest(delivery.body())) {
      return Answer.EMPTY;
    }
    throw new RefusedDelivery(Delivery.BAD, "there is neither a command nor a payload");
  }

  private Answer interaction(String payload, Delivery delivery, Gate gate) throws RefusedDelivery {
    JsonObject object = gson.fromJson(payload, JsonObject.class);
    String type = object == null ? "" : type(object);
    if (!type.equals(BlockActionPayload.TYPE)) {
      throw new RefusedDelivery(Delivery.BAD, "this kind of interaction is not taken");
    }
    BlockActionPayload pressed = gson.fromJson(payload, BlockActionPayload.class);
    Click click = Clicks.click(pressed);
    Asker asker = Asker.of(pressed);
    clicks.answer(click, asker, delivery, gate).ifPresent(late -> send(asker, late));
    return Answer.EMPTY;
  }

  /** What was taken is taken, whether or not that can be said. */
  private void send(Asker asker, Clicks.Late late) {
    if (asker.responseUrl().isEmpty()) {
      return;
    }
    try {
      urls.send(asker.responseUrl(), late.answer().toClick(late.replacing()));
    } catch (PublishException e) {
      LOG.warn("{}", Plain.line(e.getMessage() + " " + e.action()));
    }
  }

  private static APIGatewayV2HTTPResponse response(int status, String type, String body) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of("content-type", type, "cache-control", "no-store"))
        .withBody(body)
        .build();
  }

  private Answer json(Object body) {
    return new Answer("application/json; charset=utf-8", gson.toJson(body));
  }

  private static String type(JsonObject object) {
    return object.get("type") instanceof JsonPrimitive text ? text.getAsString() : "";
  }

  private static Optional<String> payload(String body) {
    return Arrays.stream(body.split("&", -1))
        .filter(pair -> pair.startsWith("payload="))
        .map(pair -> URLDecoder.decode(pair.substring(8), StandardCharsets.UTF_8))
        .findFirst();
  }
}
