package dev.plumbline.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an invocation asks for.
 *
 * @param stacks the stacks to scan; empty for all
 * @param baseline whether to take today's drift as known
 * @param dryRun whether to say what would be published, and to publish nothing
 * @param unmanaged whether to look for resources in no state as well
 * @param part the one stack to scan, where this is one of many scans of a run
 */
record ScanInput(
    Set<String> stacks,
    boolean baseline,
    boolean dryRun,
    boolean unmanaged,
    Optional<RunPart> part) {

  private static final List<String> KEYS =
      List.of("stack", "stacks", "baseline", "dryRun", "unmanaged");

  ScanInput {
    stacks = Collections.unmodifiableSet(new LinkedHashSet<>(stacks));
  }

  /** A scan on its own. */
  ScanInput(Set<String> stacks, boolean baseline, boolean dryRun, boolean unmanaged) {
    this(stacks, baseline, dryRun, unmanaged, Optional.empty());
  }

  /**
   * Reads an event. A key it does not know is an error: a misspelt {@code stack} must not scan, and
   * publish, everything.
   */
  static ScanInput read(InputStream event, JsonMapper json) throws IOException, ScanInputException {
    JsonNode root = parsed(event, json);
    return root.has("run") ? RunPart.read(root) : read(root);
  }

  /** The same of an event that was read before. */
  static ScanInput read(JsonNode root) throws ScanInputException {
    for (Map.Entry<String, JsonNode> each : root.properties()) {
      if (!KEYS.contains(each.getKey())) {
        throw new ScanInputException(
            "The key %s is not known".formatted(Plain.quoted(each.getKey(), 50)));
      }
    }
    Set<String> stacks = new LinkedHashSet<>();
    if (root.has("stack")) {
      stacks.add(name(root.get("stack")));
    }
    if (root.has("stacks")) {
      names(root.get("stacks"), stacks);
    }
    return new ScanInput(
        stacks, flag(root, "baseline"), flag(root, "dryRun"), flag(root, "unmanaged"));
  }

  static JsonNode parsed(InputStream event, JsonMapper json)
      throws IOException, ScanInputException {
    try {
      JsonNode root = json.readTree(event);
      if (root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new ScanInputException("The event is not JSON", e);
    }
    throw new ScanInputException("The event is not a JSON object");
  }

  /** An empty list is a caller whose list came out empty, and does not mean everything. */
  private static void names(JsonNode list, Set<String> stacks) throws ScanInputException {
    if (!list.isArray() || list.isEmpty()) {
      throw new ScanInputException("stacks is not a list of names");
    }
    for (JsonNode each : list) {
      stacks.add(name(each));
    }
  }

  private static String name(JsonNode node) throws ScanInputException {
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw new ScanInputException("A stack is named by a text");
    }
    return node.textValue();
  }

  static boolean flag(JsonNode root, String key) throws ScanInputException {
    JsonNode value = root.path(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw new ScanInputException("%s is neither true nor false".formatted(key));
    }
    return value.booleanValue();
  }
}
