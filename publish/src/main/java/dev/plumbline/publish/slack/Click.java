package dev.plumbline.publish.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a button of ours means, from the message that holds it to the delivery that tells of it
 * being pressed. What Slack delivers is signed by Slack, and its value is what we wrote.
 *
 * @param stack the stack on whose message the button is
 * @param token the plan's, "" where there is none
 * @param addresses only these; empty for all
 * @param includeChanges whether the plan may also do what did not drift
 */
public record Click(
    Kind kind, String stack, String token, List<String> addresses, boolean includeChanges) {

  /** Slack takes 2,000 characters; several of them have to fit into one message. */
  static final int LONGEST = 600;

  private static final String PREFIX = "plumbline_";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** What a button does. */
  public enum Kind {
    ACCEPT,
    REVERT,
    RESCAN,
    APPROVE,
    REJECT,
    /** As {@code ACCEPT}, after it was asked for by a command. */
    CONFIRM_ACCEPT,
    CONFIRM_REVERT,
    CANCEL,
    /** Only opens an address. */
    OPEN_ISSUE,
    OPEN_REPORT
  }

  public Click {
    addresses = List.copyOf(addresses);
  }

  /** A button of that stack's message. */
  public static Click of(Kind kind, String stack) {
    return new Click(kind, stack, "", List.of(), false);
  }

  private record Payload(
      String stack, String token, List<String> addresses, boolean includeChanges) {}

  /** What Slack calls the button's kind. */
  public String actionId() {
    return PREFIX + kind.name().toLowerCase(Locale.ROOT);
  }

  /** What Slack keeps with the button; empty where that would be too long for one. */
  public Optional<String> value() {
    try {
      String value = JSON.writeValueAsString(new Payload(stack, token, addresses, includeChanges));
      return Optional.of(value).filter(it -> it.length() <= LONGEST);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written as JSON", e);
    }
  }

  /** What was pressed; empty where it is no button of ours. */
  public static Optional<Click> parse(String actionId, String value) {
    Optional<Kind> kind =
        List.of(Kind.values()).stream()
            .filter(each -> actionId.equals(of(each, "").actionId()))
            .findFirst();
    try {
      return Optional.ofNullable(JSON.readValue(value.isEmpty() ? "{}" : value, Payload.class))
          .filter(payload -> addresses(payload).stream().allMatch(Objects::nonNull))
          .flatMap(payload -> kind.map(it -> of(it, payload)));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static List<String> addresses(Payload payload) {
    return Optional.ofNullable(payload.addresses()).orElse(List.of());
  }

  private static Click of(Kind kind, Payload payload) {
    return new Click(
        kind,
        Optional.ofNullable(payload.stack()).orElse(""),
        Optional.ofNullable(payload.token()).orElse(""),
        addresses(payload),
        payload.includeChanges());
  }
}
