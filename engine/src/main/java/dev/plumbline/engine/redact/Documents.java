package dev.plumbline.engine.redact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.state.JsonValues;
import dev.plumbline.state.Value;
import dev.plumbline.state.Value.Bool;
import dev.plumbline.state.Value.Listing;
import dev.plumbline.state.Value.Mapping;
import dev.plumbline.state.Value.Null;
import dev.plumbline.state.Value.Num;
import dev.plumbline.state.Value.Text;
import java.math.BigDecimal;
import java.util.Optional;

/** JSON documents that stand in attributes as text. */
public final class Documents {

  /** A key that is there twice could hide a value, so that such a text is no document. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Documents() {}

  /** The object or list a text holds; empty where it is no JSON document. */
  public static Optional<Value> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() < 2 || (trimmed.charAt(0) != '{' && trimmed.charAt(0) != '[')) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonValues.of(JSON.readTree(trimmed)));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /** The value as compact JSON, keys in order. */
  public static String text(Value value) {
    return node(value).toString();
  }

  private static JsonNode node(Value value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case Null _ -> nodes.nullNode();
      case Bool(var flag) -> nodes.booleanNode(flag);
      case Num(var number) -> number(number);
      case Text(var text) -> nodes.textNode(text);
      case Listing(var items) -> {
        var array = nodes.arrayNode();
        items.forEach(item -> array.add(node(item)));
        yield array;
      }
      case Mapping(var entries) -> {
        var object = nodes.objectNode();
        entries.forEach((key, each) -> object.set(key, node(each)));
        yield object;
      }
    };
  }

  /** A whole number as digits, where that is not a flood of zeros. */
  private static JsonNode number(BigDecimal number) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return number.scale() <= 0 && number.scale() > -100
        ? nodes.numberNode(number.toBigIntegerExact())
        : nodes.numberNode(number);
  }
}
