package dev.plumbline.live.aws.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plumbline.state.Value;
import java.util.Map;

/**
 * A subscription's delivery policy. SNS spells out what nobody set, as null, false or 0; the
 * provider takes that for nothing, and so for no difference.
 */
final class DeliveryPolicy {

  private DeliveryPolicy() {}

  /** The policy that SNS answered; the recorded one where both say the same. */
  static Value orRecorded(String answer, Value recorded) {
    return !answer.isEmpty() && plain(answer).equals(plain(recorded.text()))
        ? recorded
        : Value.of(answer);
  }

  /** What the document sets; text that is no JSON stays text. */
  private static JsonNode plain(String document) {
    try {
      JsonNode node = new ObjectMapper().readTree(document);
      drop(node);
      return node;
    } catch (JsonProcessingException _) {
      return TextNode.valueOf(document);
    }
  }

  private static void drop(JsonNode node) {
    node.forEach(DeliveryPolicy::drop);
    if (node instanceof ObjectNode object) {
      object.remove(
          object.properties().stream()
              .filter(member -> unset(member.getValue()))
              .map(Map.Entry::getKey)
              .toList());
    }
  }

  private static boolean unset(JsonNode value) {
    return value.isNull()
        || (value.isContainerNode() && value.isEmpty())
        || (value.isBoolean() && !value.booleanValue())
        || (value.isNumber() && value.doubleValue() == 0);
  }
}
