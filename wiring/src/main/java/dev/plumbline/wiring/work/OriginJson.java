package dev.plumbline.wiring.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Origin;

/** Who asked and where, as JSON. */
final class OriginJson {

  private OriginJson() {}

  static ObjectNode write(Origin origin) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return switch (origin) {
      case Origin.Comment(String repository, int issue, long comment) ->
          json.put("kind", "comment")
              .put("repository", repository)
              .put("issue", issue)
              .put("comment", comment);
      case Origin.Slack(String channel, String responseUrl) ->
          json.put("kind", "slack").put("channel", channel).put("responseUrl", responseUrl);
      case Origin.Api(String request) -> json.put("kind", "api").put("request", request);
      case Origin.Terminal() -> json.put("kind", "terminal");
      case Origin.Policy() -> json.put("kind", "policy");
    };
  }

  static Origin read(Fields json) throws WorkFormatException {
    String kind = json.text("kind");
    return switch (kind) {
      case "comment" ->
          new Origin.Comment(
              json.text("repository"), (int) json.number("issue"), json.number("comment"));
      case "slack" -> new Origin.Slack(json.text("channel"), json.text("responseUrl"));
      case "api" -> new Origin.Api(json.text("request"));
      case "terminal" -> new Origin.Terminal();
      case "policy" -> new Origin.Policy();
      default -> throw new WorkFormatException("origin.kind is unknown");
    };
  }

  static ObjectNode write(Actor actor) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("realm", actor.realm().name())
        .put("id", actor.id());
  }

  static Actor actor(Fields json) throws WorkFormatException {
    return new Actor(json.choice("realm", Actor.Realm.class), json.text("id"));
  }

  /** The members of one JSON object, each of which has to be there. */
  record Fields(JsonNode json) {

    Fields at(String key) throws WorkFormatException {
      JsonNode value = json.path(key);
      if (!value.isObject()) {
        throw new WorkFormatException(key + " is no object");
      }
      return new Fields(value);
    }

    String text(String key) throws WorkFormatException {
      JsonNode value = json.path(key);
      if (!value.isTextual()) {
        throw new WorkFormatException(key + " is no text");
      }
      return value.textValue();
    }

    long number(String key) throws WorkFormatException {
      JsonNode value = json.path(key);
      if (!value.isIntegralNumber() || !value.canConvertToLong()) {
        throw new WorkFormatException(key + " is no whole number");
      }
      return value.longValue();
    }

    boolean flag(String key) throws WorkFormatException {
      JsonNode value = json.path(key);
      if (!value.isBoolean()) {
        throw new WorkFormatException(key + " is neither true nor false");
      }
      return value.booleanValue();
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) throws WorkFormatException {
      try {
        return Enum.valueOf(type, text(key));
      } catch (IllegalArgumentException e) {
        throw new WorkFormatException(key + " is no choice", e);
      }
    }
  }
}
