package dev.plumbline.wiring.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report.Cause;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes that could not be looked at yet, as they lie on the queue meanwhile.
 *
 * @param tries how often that was tried
 * @param unfinished whether some of it may have been done, and ended in the middle
 */
record Again(int tries, boolean unfinished, List<Touch> touches) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String KIND = "plumbline";
  private static final String UNFINISHED = "unfinished";
  private static final String TOUCHES = "touches";

  Again {
    touches = List.copyOf(touches);
  }

  String write() {
    ObjectNode json = JSON.createObjectNode().put(KIND, "again").put("tries", tries);
    json.put(UNFINISHED, unfinished);
    ArrayNode all = json.putArray(TOUCHES);
    for (Touch touch : touches) {
      Cause cause = touch.cause();
      all.addObject()
          .put("stack", touch.stack())
          .put("address", touch.address())
          .put("principal", cause.principal())
          .put("event", cause.event())
          .put("at", cause.at().toString())
          .put("via", cause.via())
          .put("deploy", touch.deploy());
    }
    return json.toString();
  }

  /** Empty where it is a message of another kind. */
  static Optional<Again> read(String body) throws EventFormatException {
    try {
      JsonNode json = JSON.readTree(body);
      if (!json.path(KIND).asText().equals("again")) {
        return Optional.empty();
      }
      List<Touch> touches = new ArrayList<>();
      for (JsonNode touch : json.path(TOUCHES)) {
        touches.add(touch(touch));
      }
      return Optional.of(
          new Again(json.path("tries").asInt(), json.path(UNFINISHED).asBoolean(), touches));
    } catch (JsonProcessingException | DateTimeException e) {
      throw new EventFormatException("it is not JSON, or not what was put on the queue", e);
    }
  }

  private static Touch touch(JsonNode json) {
    return new Touch(
        json.path("stack").asText(),
        json.path("address").asText(),
        new Cause(
            json.path("principal").asText(),
            json.path("event").asText(),
            Instant.parse(json.path("at").asText()),
            json.path("via").asText()),
        json.path("deploy").asBoolean());
  }
}
