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
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Changes that could not be looked at yet, as they lie on the queue meanwhile.
 *
 * @param tries how often that was tried
 * @param unfinished whether some of it may have been done, and ended in the middle
 * @param created what was made, and may be a stack's yet
 */
record Again(int tries, boolean unfinished, List<Touch> touches, List<Created> created) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String KIND = "plumbline";
  private static final String UNFINISHED = "unfinished";
  private static final String TOUCHES = "touches";
  private static final String CREATED = "created";
  private static final String NAMES = "names";

  Again {
    touches = List.copyOf(touches);
    created = List.copyOf(created);
  }

  /** Of changes alone. */
  Again(int tries, boolean unfinished, List<Touch> touches) {
    this(tries, unfinished, touches, List.of());
  }

  String write() {
    ObjectNode json = JSON.createObjectNode().put(KIND, "again").put("tries", tries);
    json.put(UNFINISHED, unfinished);
    ArrayNode all = json.putArray(TOUCHES);
    for (Touch touch : touches) {
      ObjectNode one = all.addObject().put("stack", touch.stack()).put("address", touch.address());
      write(touch.cause(), one).put("deploy", touch.deploy()).put("aspect", touch.aspect());
    }
    ArrayNode makings = json.putArray(CREATED);
    for (Created each : created) {
      ObjectNode one = makings.addObject().put("type", each.type());
      one.put("account", each.account()).put("region", each.region());
      each.names().forEach(one.putArray(NAMES)::add);
      write(each.cause(), one).put("deploy", each.deploy());
    }
    return json.toString();
  }

  private static ObjectNode write(Cause cause, ObjectNode json) {
    return json.put("principal", cause.principal())
        .put("event", cause.event())
        .put("at", cause.at().toString())
        .put("via", cause.via());
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
      List<Created> created = new ArrayList<>();
      for (JsonNode each : json.path(CREATED)) {
        created.add(created(each));
      }
      return Optional.of(
          new Again(
              json.path("tries").asInt(), json.path(UNFINISHED).asBoolean(), touches, created));
    } catch (JsonProcessingException | DateTimeException e) {
      throw new EventFormatException("it is not JSON, or not what was put on the queue", e);
    }
  }

  private static Touch touch(JsonNode json) {
    return new Touch(
        json.path("stack").asText(),
        json.path("address").asText(),
        cause(json),
        json.path("deploy").asBoolean(),
        json.path("aspect").asText());
  }

  private static Created created(JsonNode json) {
    SortedSet<String> names = new TreeSet<>();
    json.path(NAMES).forEach(name -> names.add(name.asText()));
    return new Created(
        json.path("type").asText(),
        json.path("account").asText(),
        json.path("region").asText(),
        names,
        cause(json),
        json.path("deploy").asBoolean());
  }

  private static Cause cause(JsonNode json) {
    return new Cause(
        json.path("principal").asText(),
        json.path("event").asText(),
        Instant.parse(json.path("at").asText()),
        json.path("via").asText());
  }
}
