package dev.plumbline.live.aws.ecr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A lifecycle policy's meaning: rules apply by their priority wherever they stand, and a rule's
 * tags in any order.
 */
final class LifecycleRules {

  private LifecycleRules() {}

  /** One form for all spellings of a policy; text that is no JSON stays text. */
  static Value of(String policy) {
    try {
      return plain(new ObjectMapper().readTree(policy));
    } catch (JsonProcessingException _) {
      return Value.of(policy);
    }
  }

  private static Value plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Value> members = new TreeMap<>();
      node.properties()
          .forEach(
              member -> {
                Value value = plain(member.getValue());
                if (!value.isEmpty()) {
                  members.put(member.getKey(), value);
                }
              });
      return Value.of(members);
    }
    if (node.isArray()) {
      List<Value> elements = new ArrayList<>();
      node.forEach(element -> elements.add(plain(element)));
      elements.sort(Comparator.comparing(Value::toString));
      return Value.of(elements);
    }
    return node.isNull() ? Value.none() : Value.of(node.asText());
  }
}
