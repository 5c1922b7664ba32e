package dev.plumbline.remediation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.redact.Documents;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads one element of a plan's {@code resource_changes} or {@code resource_drift}. */
final class ChangeReader {

  private ChangeReader() {}

  static PlannedChange read(JsonNode node, boolean refreshed) throws PlanException {
    JsonNode change = node.path("change");
    String address = node.path("address").asText();
    String type = node.path("type").asText();
    if (address.isEmpty() || type.isEmpty()) {
      throw new PlanException("the plan speaks of a resource without an address");
    }
    Value.Mapping before = mapping(change.path("before"));
    Value.Mapping after = mapping(change.path("after"));
    Optional<String> previously =
        Optional.of(node.path("previous_address").asText()).filter(text -> !text.isEmpty());
    boolean moved = previously.isPresent() || !change.path("importing").isMissingNode();
    return new PlannedChange(
        address,
        type,
        node.path("mode").asText().equals("data"),
        refreshed ? refreshed(before, after) : step(actions(change), moved),
        before,
        after,
        marks(change.path("before_sensitive"), change.path("after_sensitive")),
        marks(change.path("after_unknown")),
        replacing(change.path("replace_paths")),
        previously);
  }

  /** A refresh also tells of an absent value that became an empty one, which is no change. */
  private static Optional<Step> refreshed(Value.Mapping before, Value.Mapping after) {
    return Alike.alike(before, after) ? Optional.empty() : Optional.of(Step.REFRESH);
  }

  private static Optional<Step> step(List<String> actions, boolean moved) throws PlanException {
    return switch (String.join(",", actions)) {
      case "no-op" -> moved ? Optional.of(Step.REFRESH) : Optional.empty();
      case "create" -> Optional.of(Step.CREATE);
      case "read" -> Optional.of(Step.READ);
      case "update" -> Optional.of(Step.UPDATE);
      case "delete" -> Optional.of(Step.DESTROY);
      case "forget" -> Optional.of(Step.FORGET);
      case "delete,create", "create,delete", "create,forget" -> Optional.of(Step.REPLACE);
      default -> throw new PlanException("the plan does something that is not known here");
    };
  }

  private static List<String> actions(JsonNode change) {
    return StreamSupport.stream(change.path("actions").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  static Value.Mapping mapping(JsonNode node) {
    return Documents.parse(node.toString())
        .filter(Value.Mapping.class::isInstance)
        .map(Value.Mapping.class::cast)
        .orElse(Value.of(Map.of()));
  }

  /** The paths at which the marks say true; "" for the whole resource. */
  static List<String> marks(JsonNode... trees) {
    List<String> paths = new ArrayList<>();
    Stream.of(trees).forEach(tree -> mark("", tree, paths));
    return paths.stream().distinct().toList();
  }

  private static void mark(String path, JsonNode tree, List<String> into) {
    if (tree.isBoolean() && tree.booleanValue()) {
      into.add(path);
    } else if (tree.isObject()) {
      tree.properties().forEach(each -> mark(path + member(each.getKey()), each.getValue(), into));
    } else if (tree.isArray()) {
      for (int i = 0; i < tree.size(); i++) {
        mark("%s[%d]".formatted(path, i), tree.get(i), into);
      }
    }
  }

  private static String member(String name) {
    return "[\"%s\"]".formatted(name.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  private static List<String> replacing(JsonNode paths) {
    return StreamSupport.stream(paths.spliterator(), false)
        .map(path -> path.path(0).asText())
        .distinct()
        .toList();
  }
}
