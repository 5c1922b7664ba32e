package dev.plumbline.remediation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.redact.Redactor;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects a plan's secrets from all it holds: one resource's may stand in another's text. */
final class PlanSecrets {

  private final TypeCatalog catalog;
  private final Set<String> found = new LinkedHashSet<>();

  PlanSecrets(TypeCatalog catalog) {
    this.catalog = catalog;
  }

  Set<String> all() {
    return found;
  }

  void of(PlannedChange change) {
    collect(change.before(), change.sensitivePaths(), schema(change.type()), change.after());
  }

  /** A module of the state and those below it. */
  void ofPriorState(JsonNode module) {
    for (JsonNode resource : module.path("resources")) {
      collect(
          ChangeReader.mapping(resource.path("values")),
          ChangeReader.marks(resource.path("sensitive_values")),
          schema(resource.path("type").asText()),
          Value.of(Map.of()));
    }
    module.path("child_modules").forEach(this::ofPriorState);
  }

  void ofOutputs(JsonNode changes) {
    for (JsonNode change : changes) {
      boolean marked =
          !ChangeReader.marks(change.path("before_sensitive"), change.path("after_sensitive"))
              .isEmpty();
      collect(
          ChangeReader.mapping(change),
          marked ? List.of("before", "after") : List.of(),
          Optional.empty(),
          Value.of(Map.of()));
    }
  }

  /**
   * The variables of the root module.
   *
   * @param configured how the code declares them
   */
  void ofVariables(JsonNode given, JsonNode configured) {
    List<String> marked = new ArrayList<>();
    configured
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().path("sensitive").asBoolean()) {
                marked.add("[\"%s\"]".formatted(entry.getKey()));
              }
            });
    collect(ChangeReader.mapping(given), marked, Optional.empty(), Value.of(Map.of()));
  }

  private Optional<TypeSchema> schema(String type) {
    return catalog.describe(type).map(TypeCatalog.Description::schema);
  }

  private void collect(
      Value.Mapping one, List<String> marks, Optional<TypeSchema> schema, Value.Mapping other) {
    found.addAll(Redactor.of(one, marks, schema).and(other).secrets());
  }
}
