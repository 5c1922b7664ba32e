package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A stack's history as JSON, its figures named as on the command line. */
final class HistoryJson {

  private HistoryJson() {}

  static ObjectNode of(String stack, List<Finding> findings, Optional<Instant> since) {
    History byType = History.of(findings, History.By.TYPE, since);
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("stack", stack);
    json.set("total", figures(byType.total()));
    rows(byType, json.putArray("byType"));
    rows(History.of(findings, History.By.ACTOR, since), json.putArray("byActor"));
    return json;
  }

  private static void rows(History history, ArrayNode array) {
    history.rows().forEach(row -> array.add(figures(row)));
  }

  private static ObjectNode figures(History.Row row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", row.name())
        .put("occurrences", row.occurrences())
        .put("open", row.open())
        .put("remediated", row.remediated())
        .put("recurrences", row.recurrences())
        .put("recurrence", row.recurrence());
    row.meanTimeToRemediate()
        .map(Duration::toSeconds)
        .ifPresent(mean -> json.put("meanTimeToRemediateSeconds", mean));
    return json;
  }
}
