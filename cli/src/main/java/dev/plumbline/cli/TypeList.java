package dev.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resource types with their attributes, as text and as JSON. */
final class TypeList {

  private final SortedMap<String, SortedMap<String, String>> types = new TreeMap<>();

  /**
   * @param attributes why each cannot be observed, "" where it is
   */
  void add(String type, SortedMap<String, String> attributes) {
    types.put(type, attributes);
  }

  /** A line a type, with how many of its attributes are observed, and why the others are not. */
  String names() {
    StringBuilder text = new StringBuilder();
    types.forEach(
        (type, attributes) -> {
          text.append(
              "%-52s %3d of %3d attributes%n"
                  .formatted(type, observed(attributes), attributes.size()));
          byReason(attributes)
              .forEach(
                  (reason, names) ->
                      text.append("    not %s: %s%n".formatted(String.join(", ", names), reason)));
        });
    return text.append("%d types%n".formatted(types.size())).toString();
  }

  /** A line an attribute. */
  String attributes() {
    StringBuilder text = new StringBuilder();
    types
        .values()
        .forEach(
            attributes ->
                attributes.forEach(
                    (name, reason) ->
                        text.append(
                            "%-40s %s%n"
                                .formatted(
                                    name,
                                    reason.isEmpty() ? "observed" : "not observed: " + reason))));
    return text.toString();
  }

  /** {@code {"types": {"aws_vpc": {"arn": {"observed": true}, …}}}}. */
  String json() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ObjectNode list = root.putObject("types");
    types.forEach(
        (type, attributes) -> {
          ObjectNode node = list.putObject(type);
          attributes.forEach(
              (name, reason) -> {
                ObjectNode attribute = node.putObject(name).put("observed", reason.isEmpty());
                if (!reason.isEmpty()) {
                  attribute.put("reason", reason);
                }
              });
        });
    return root.toPrettyString() + System.lineSeparator();
  }

  private static SortedMap<String, List<String>> byReason(SortedMap<String, String> attributes) {
    SortedMap<String, List<String>> reasons = new TreeMap<>();
    attributes.forEach(
        (name, reason) -> {
          if (!reason.isEmpty()) {
            reasons.computeIfAbsent(reason, _ -> new ArrayList<>()).add(name);
          }
        });
    return reasons;
  }

  private static long observed(SortedMap<String, String> attributes) {
    return attributes.values().stream().filter(String::isEmpty).count();
  }
}
