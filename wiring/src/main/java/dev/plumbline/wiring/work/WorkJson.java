package dev.plumbline.wiring.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.wiring.work.OriginJson.Fields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;

/** Work as a message: {@code {"once": …, "work": {"kind": …}}}. Thread-safe. */
public final class WorkJson {

  private final JsonMapper json = new JsonMapper();

  /**
   * A message.
   *
   * @param once what makes this piece of work itself
   */
  public record Message(String once, Work work) {}

  /** The message's text. */
  public String write(Message message) {
    ObjectNode whole = object().put("once", message.once());
    whole.set("work", write(message.work()));
    return whole.toString();
  }

  /**
   * Reads it back.
   *
   * @throws WorkFormatException where the text is none that was written here
   */
  public Message read(String text) throws WorkFormatException {
    try {
      Fields whole = new Fields(json.readTree(text));
      return new Message(whole.text("once"), work(whole.at("work")));
    } catch (JsonProcessingException e) {
      throw new WorkFormatException("it is no JSON", e);
    }
  }

  private static ObjectNode write(Work work) {
    return switch (work) {
      case Work.Rescan(String scanId, String stack, Actor by, Origin origin) ->
          from("rescan", by, origin).put("scanId", scanId).put("stack", stack);
      case Work.Scan scan -> scan(scan);
      case Work.Ask(Request request) -> ask(request);
      case Work.Approve(String token, Optional<String> stack, Actor by, Origin origin) ->
          from("approve", by, origin).put("token", token).put("stack", stack.orElse(null));
      case Work.Reject(
              String token,
              Optional<String> stack,
              String because,
              Actor by,
              Origin origin) ->
          from("reject", by, origin)
              .put("token", token)
              .put("stack", stack.orElse(null))
              .put("because", because);
      case Work.Ignore ignore ->
          from("ignore", ignore.by(), ignore.origin())
              .put("stack", ignore.stack())
              .put("address", ignore.address())
              .put("attribute", ignore.attribute().orElse(null))
              .put("until", ignore.until().toString())
              .put("because", ignore.because());
      case Work.Status(String stack, Actor by, Origin origin) ->
          from("status", by, origin).put("stack", stack);
      case Work.Help(String why, Actor by, Origin origin) ->
          from("help", by, origin).put("why", why);
      case Work.Proceed(String remediation) ->
          object().put("kind", "proceed").put("remediation", remediation);
    };
  }

  private static ObjectNode scan(Work.Scan scan) {
    ObjectNode json =
        from("scan", scan.by(), scan.origin())
            .put("scanId", scan.scanId())
            .put("unmanaged", scan.unmanaged());
    ArrayNode stacks = json.putArray("stacks");
    scan.stacks().forEach(stacks::add);
    return json;
  }

  private static ObjectNode ask(Request request) {
    ObjectNode json =
        from("ask", request.by(), request.origin())
            .put("stack", request.stack())
            .put("answer", request.answer().name())
            .put("includeChanges", request.includeChanges())
            .put("dryRun", request.dryRun());
    ArrayNode addresses = json.putArray("addresses");
    new TreeSet<>(request.addresses()).forEach(addresses::add);
    return json;
  }

  private static ObjectNode from(String kind, Actor by, Origin origin) {
    ObjectNode json = object().put("kind", kind);
    json.set("by", OriginJson.write(by));
    json.set("origin", OriginJson.write(origin));
    return json;
  }

  private static Work work(Fields json) throws WorkFormatException {
    String kind = json.text("kind");
    if (kind.equals("proceed")) {
      return new Work.Proceed(json.text("remediation"));
    }
    Actor by = OriginJson.actor(json.at("by"));
    Origin origin = OriginJson.read(json.at("origin"));
    return switch (kind) {
      case "rescan" -> new Work.Rescan(json.text("scanId"), json.text("stack"), by, origin);
      case "scan" ->
          new Work.Scan(
              json.text("scanId"), texts(json, "stacks"), json.flag("unmanaged"), by, origin);
      case "ask" -> new Work.Ask(request(json, by, origin));
      case "approve" -> new Work.Approve(json.text("token"), optional(json, "stack"), by, origin);
      case "reject" ->
          new Work.Reject(
              json.text("token"), optional(json, "stack"), json.text("because"), by, origin);
      case "ignore" -> ignore(json, by, origin);
      case "status" -> new Work.Status(json.text("stack"), by, origin);
      case "help" -> new Work.Help(json.text("why"), by, origin);
      default -> throw new WorkFormatException("kind is unknown");
    };
  }

  private static Request request(Fields json, Actor by, Origin origin) throws WorkFormatException {
    return new Request(
        json.text("stack"),
        json.choice("answer", Answer.class),
        texts(json, "addresses"),
        json.flag("includeChanges"),
        json.flag("dryRun"),
        by,
        origin);
  }

  private static Work ignore(Fields json, Actor by, Origin origin) throws WorkFormatException {
    try {
      return new Work.Ignore(
          json.text("stack"),
          json.text("address"),
          optional(json, "attribute"),
          LocalDate.parse(json.text("until")),
          json.text("because"),
          by,
          origin);
    } catch (DateTimeException e) {
      throw new WorkFormatException("until is no day", e);
    }
  }

  private static Optional<String> optional(Fields json, String key) throws WorkFormatException {
    return json.json().path(key).isNull() ? Optional.empty() : Optional.of(json.text(key));
  }

  private static SequencedSet<String> texts(Fields json, String key) throws WorkFormatException {
    JsonNode list = json.json().path(key);
    if (!list.isArray()) {
      throw new WorkFormatException(key + " is no list");
    }
    SequencedSet<String> texts = new LinkedHashSet<>();
    for (JsonNode each : list) {
      if (!each.isTextual()) {
        throw new WorkFormatException(key + " is no list of texts");
      }
      texts.add(each.textValue());
    }
    return texts;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
