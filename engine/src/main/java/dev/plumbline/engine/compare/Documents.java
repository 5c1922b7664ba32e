package dev.plumbline.engine.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.state.JsonValues;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;

/** JSON documents that a state keeps as text. */
final class Documents {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Documents() {}

  /** The document in a canonical form; the value itself where it is not a JSON document. */
  static Value json(Value text) {
    return canonical(parse(text));
  }

  /** The document as a value; the text itself where it is not JSON. */
  static Value parse(Value text) {
    if (!(text instanceof Value.Text(var document)) || document.isBlank()) {
      return text.isEmpty() ? Value.none() : text;
    }
    try {
      JsonNode node = JSON.readTree(document);
      return node.isContainerNode() ? JsonValues.of(node) : text;
    } catch (JsonProcessingException _) {
      return text;
    }
  }

  /**
   * What is null or empty is dropped, and numbers and truths are text, as services answer either.
   * Texts stay as they are: the versions {@code 1.1} and {@code 1.10} are two.
   */
  static Value canonical(Value value) {
    return switch (value) {
      case Value.Mapping(var entries) -> {
        Map<String, Value> kept = new TreeMap<>();
        entries.forEach(
            (key, member) -> {
              Value each = canonical(member);
              if (!each.isEmpty()) {
                kept.put(key, each);
              }
            });
        yield kept.isEmpty() ? Value.none() : Value.of(kept);
      }
      case Value.Listing(var items) ->
          items.isEmpty()
              ? Value.none()
              : Value.of(items.stream().map(Documents::canonical).toList());
      case Value.Bool _, Value.Num _ -> Value.of(Scalars.written(value));
      case Value.Text _ -> value.isEmpty() ? Value.none() : value;
      case Value.Null _ -> value;
    };
  }
}
