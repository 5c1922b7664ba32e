package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.store.Finding;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How often a stack drifted, how often again, and how long it took to put right. */
final class HistoryJson {

  private HistoryJson() {}

  static ObjectNode of(String stack, List<Finding> findings) {
    ObjectNode json = figures(findings);
    json.put("stack", stack);
    json.set("byType", by(Finding::type, "type", findings));
    json.set("byActor", by(HistoryJson::actor, "actor", findings));
    return json;
  }

  private static String actor(Finding finding) {
    return finding.cause().map(Cause::principal).orElse("");
  }

  private static ArrayNode by(Function<Finding, String> key, String name, List<Finding> findings) {
    SortedMap<String, List<Finding>> groups =
        findings.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    groups.forEach((group, its) -> array.add(figures(its).put(name, group)));
    return array;
  }

  private static ObjectNode figures(List<Finding> findings) {
    List<Duration> repairs =
        findings.stream()
            .flatMap(
                each ->
                    each.resolved().map(at -> Duration.between(each.firstSeen(), at)).stream())
            .toList();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("findings", findings.size())
        .put("open", findings.size() - repairs.size())
        .put("recurrences", findings.stream().mapToInt(each -> each.occurrences() - 1).sum());
    repairs.stream()
        .mapToLong(Duration::toSeconds)
        .average()
        .ifPresent(mean -> json.put("meanSecondsToRemediate", Math.round(mean)));
    return json;
  }
}
