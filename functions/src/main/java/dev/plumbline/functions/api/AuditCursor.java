package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail.Entry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The audit trail goes on behind an entry, so its cursor is the whole entry but for the stack. */
final class AuditCursor {

  private static final int FIELDS = 6;

  private AuditCursor() {}

  static ArrayNode of(Entry last) {
    return JsonNodeFactory.instance
        .arrayNode()
        .add(last.at().toString())
        .add(last.by().realm().name())
        .add(last.by().id())
        .add(last.action())
        .add(last.subject())
        .add(last.detail());
  }

  static Optional<Entry> read(Optional<JsonNode> cursor, String stack) throws ProblemException {
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    JsonNode last = cursor.get();
    if (!last.isArray() || last.size() != FIELDS) {
      throw Cursor.unusable();
    }
    try {
      Actor by = new Actor(Actor.Realm.valueOf(last.get(1).asText()), last.get(2).asText());
      return Optional.of(
          new Entry(
              stack,
              Instant.parse(last.get(0).asText()),
              by,
              last.get(3).asText(),
              last.get(4).asText(),
              last.get(5).asText()));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw Cursor.unusable();
    }
  }
}
