package dev.plumbline.live.aws.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.state.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** IAM's policy documents: how the API encodes them, and one form for all spellings of one. */
final class PolicyText {

  private PolicyText() {}

  /** The document as it was written; IAM answers it percent-encoded (RFC 3986). */
  static @Nullable String decoded(@Nullable String answer) {
    return answer == null ? null : URLDecoder.decode(answer, StandardCharsets.UTF_8);
  }

  /**
   * The document with what makes no difference in a policy taken out: whitespace, the order of
   * members and of list elements, a list of one against its element. Text that is no JSON stays
   * text.
   */
  static Value plain(String text) {
    try {
      return plain(new ObjectMapper().readTree(text));
    } catch (JsonProcessingException _) {
      return Value.of(text);
    }
  }

  private static Value plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Value> members = new TreeMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
      return Value.of(members);
    }
    if (node.isArray()) {
      List<Value> elements = new ArrayList<>();
      node.forEach(element -> elements.add(plain(element)));
      elements.sort(Comparator.comparing(Value::toString));
      return elements.size() == 1 ? elements.getFirst() : Value.of(elements);
    }
    return node.isNull() ? Value.none() : Value.of(node.asText());
  }
}
