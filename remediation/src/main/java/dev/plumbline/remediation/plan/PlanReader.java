package dev.plumbline.remediation.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.engine.TypeCatalog;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a plan's JSON, format 1. Only what it needs is kept in memory. Thread-safe. */
public final class PlanReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Set<String> WANTED =
      Set.of(
          "format_version",
          "resource_changes",
          "resource_drift",
          "output_changes",
          "variables",
          "configuration",
          "prior_state",
          "timestamp",
          "errored",
          "action_invocations",
          "deferred_changes",
          "deferred_action_invocations");

  private final TypeCatalog catalog;

  public PlanReader(TypeCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Reads a plan.
   *
   * @throws PlanException where it is none, or says something that is not known here
   */
  public ProposedPlan read(byte[] json) throws PlanException {
    Map<String, JsonNode> parts = parts(json);
    if (!part(parts, "format_version").asText().startsWith("1.")) {
      throw new PlanException("the plan's JSON is of another format than 1");
    }
    List<PlannedChange> changes = changes(part(parts, "resource_changes"), false);
    List<PlannedChange> drift = changes(part(parts, "resource_drift"), true);
    PlanSecrets secrets = new PlanSecrets(catalog);
    changes.forEach(secrets::of);
    drift.forEach(secrets::of);
    secrets.ofPriorState(part(parts, "prior_state").path("values").path("root_module"));
    secrets.ofOutputs(part(parts, "output_changes"));
    secrets.ofVariables(
        part(parts, "variables"),
        part(parts, "configuration").path("root_module").path("variables"));
    return new ProposedPlan(
        changes,
        drift,
        outputs(part(parts, "output_changes")),
        beyond(parts),
        secrets.all(),
        part(parts, "errored").asBoolean(),
        time(part(parts, "timestamp").asText()));
  }

  private static Map<String, JsonNode> parts(byte[] json) throws PlanException {
    Map<String, JsonNode> parts = new HashMap<>();
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new PlanException("the plan's JSON is no object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (WANTED.contains(name)) {
          parts.put(name, MAPPER.readTree(parser));
        } else {
          parser.skipChildren();
        }
      }
      return parts;
    } catch (IOException _) {
      // The parser's own message quotes what it met.
      throw new PlanException("the plan's JSON cannot be read");
    }
  }

  private static JsonNode part(Map<String, JsonNode> parts, String name) {
    return parts.getOrDefault(name, MissingNode.getInstance());
  }

  private static List<PlannedChange> changes(JsonNode nodes, boolean refreshed)
      throws PlanException {
    List<PlannedChange> changes = new ArrayList<>();
    for (JsonNode node : nodes) {
      changes.add(ChangeReader.read(node, refreshed));
    }
    return changes;
  }

  private static List<String> outputs(JsonNode changes) {
    return changes.properties().stream()
        .filter(entry -> !entry.getValue().path("actions").path(0).asText().equals("no-op"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> beyond(Map<String, JsonNode> parts) {
    return Map.of(
            "action_invocations", "invokes actions",
            "deferred_action_invocations", "puts actions off",
            "deferred_changes", "puts changes off")
        .entrySet()
        .stream()
        .filter(entry -> !part(parts, entry.getKey()).isEmpty())
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
