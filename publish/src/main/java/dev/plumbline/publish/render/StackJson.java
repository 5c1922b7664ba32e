package dev.plumbline.publish.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Change;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.Value;
import java.io.IOException;
import java.util.Map;

/**
 * Writes stacks in the contract's form and order. Used by one thread.
 *
 * @param json where to write
 * @param all whether resources that are in sync are written too
 */
public record StackJson(JsonGenerator json, boolean all) {

  /** Writes one stack as an object. */
  public void write(StackReport stack) throws IOException {
    json.writeStartObject();
    members(stack);
    json.writeEndObject();
  }

  /** Writes one stack's fields into an object that is already open. */
  public void members(StackReport stack) throws IOException {
    json.writeStringField("stack", stack.stack());
    json.writeStringField("environment", stack.environment());
    json.writeStringField("status", stack.status().name());
    error(stack);
    state(stack);
    json.writeStringField("fingerprint", stack.fingerprint());
    summary(stack.summary());
    json.writeArrayFieldStart("resources");
    for (ResourceReport resource : stack.resources()) {
      if (all || resource.status() != Status.IN_SYNC) {
        resource(resource);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unmanaged");
    for (Unmanaged unmanaged : stack.unmanaged()) {
      unmanaged(unmanaged);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (String note : stack.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
  }

  private void error(StackReport stack) throws IOException {
    if (stack.error().isEmpty()) {
      json.writeNullField("error");
      return;
    }
    var error = stack.error().get();
    json.writeObjectFieldStart("error");
    json.writeStringField("code", error.code());
    json.writeStringField("message", error.message());
    json.writeStringField("action", error.action());
    json.writeEndObject();
  }

  private void state(StackReport stack) throws IOException {
    if (stack.state().isEmpty()) {
      json.writeNullField("state");
      return;
    }
    StateIdentity state = stack.state().get();
    json.writeObjectFieldStart("state");
    json.writeStringField("uri", state.uri());
    json.writeStringField("versionId", state.versionId());
    json.writeNumberField("serial", state.serial());
    json.writeStringField("lineage", state.lineage());
    json.writeStringField("tool", state.tool());
    json.writeStringField("toolVersion", state.toolVersion());
    json.writeEndObject();
  }

  private void summary(Summary summary) throws IOException {
    json.writeObjectFieldStart("summary");
    counts(summary, json);
    json.writeNumberField("attributesCompared", summary.attributesCompared());
    json.writeNumberField("attributesRecorded", summary.attributesRecorded());
    json.writeEndObject();
  }

  /** Writes how many resources there are of each kind into an object that is already open. */
  public static void counts(Summary summary, JsonGenerator json) throws IOException {
    json.writeNumberField("managed", summary.managed());
    json.writeNumberField("inSync", summary.inSync());
    json.writeNumberField("drifted", summary.drifted());
    json.writeNumberField("deleted", summary.deleted());
    json.writeNumberField("ignored", summary.ignored());
    json.writeNumberField("unreadable", summary.unreadable());
    json.writeNumberField("unsupported", summary.unsupported());
    json.writeNumberField("unmanaged", summary.unmanaged());
    json.writeNumberField("coverage", summary.coverage());
  }

  private void resource(ResourceReport resource) throws IOException {
    json.writeStartObject();
    json.writeStringField("address", resource.address());
    json.writeStringField("type", resource.type());
    json.writeStringField("id", resource.id());
    json.writeStringField("account", resource.account());
    json.writeStringField("region", resource.region());
    json.writeStringField("status", resource.status().name());
    if (resource.severity().isPresent()) {
      json.writeStringField("severity", resource.severity().get().name());
    }
    json.writeArrayFieldStart("changes");
    for (Change change : resource.changes()) {
      change(change);
    }
    json.writeEndArray();
    if (!resource.reason().isEmpty()) {
      json.writeStringField("reason", resource.reason());
    }
    if (!resource.fingerprint().isEmpty()) {
      json.writeStringField("fingerprint", resource.fingerprint());
    }
    if (resource.cause().isPresent()) {
      cause(resource.cause().get());
    }
    if (resource.readAt().isPresent()) {
      json.writeStringField("readAt", resource.readAt().get().toString());
    }
    json.writeEndObject();
  }

  private void cause(Cause cause) throws IOException {
    json.writeObjectFieldStart("cause");
    json.writeStringField("principal", cause.principal());
    json.writeStringField("event", cause.event());
    json.writeStringField("at", cause.at().toString());
    json.writeStringField("via", cause.via());
    json.writeEndObject();
  }

  private void change(Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", change.path());
    field("expected", change.expected());
    field("actual", change.actual());
    json.writeBooleanField("sensitive", change.sensitive());
    json.writeArrayFieldStart("items");
    for (Change.Item item : change.items()) {
      json.writeStartObject();
      json.writeStringField("action", item.action().name());
      json.writeStringField("path", item.path());
      field("expected", item.expected());
      field("actual", item.actual());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void unmanaged(Unmanaged unmanaged) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", unmanaged.type());
    json.writeStringField("id", unmanaged.id());
    json.writeStringField("account", unmanaged.account());
    json.writeStringField("region", unmanaged.region());
    json.writeEndObject();
  }

  private void field(String name, Value value) throws IOException {
    json.writeFieldName(name);
    value(value);
  }

  /** Half a surrogate pair may stand in a JSON string, but parsers refuse it in a name. */
  static String wellFormed(String name) {
    return new String(name.getBytes(UTF_8), UTF_8);
  }

  private void value(Value value) throws IOException {
    switch (value) {
      case Value.Null _ -> json.writeNull();
      case Value.Bool(var bool) -> json.writeBoolean(bool);
      case Value.Num(var number) -> json.writeNumber(ValueText.number(number));
      case Value.Text(var text) -> json.writeString(text);
      case Value.Listing(var items) -> {
        json.writeStartArray();
        for (Value item : items) {
          value(item);
        }
        json.writeEndArray();
      }
      case Value.Mapping(var entries) -> {
        json.writeStartObject();
        for (Map.Entry<String, Value> entry : entries.entrySet()) {
          field(wellFormed(entry.getKey()), entry.getValue());
        }
        json.writeEndObject();
      }
    }
  }
}
