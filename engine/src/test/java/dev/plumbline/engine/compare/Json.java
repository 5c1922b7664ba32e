package dev.plumbline.engine.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Values written as JSON, so that a test's table can be read. */
public final class Json {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Json() {}

  /** The value of that JSON text. */
  public static Value value(String json) {
    try {
      return value(JSON.readTree(json));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("the test's JSON is wrong: " + json, wrong);
    }
  }

  /** The same where it is an object. */
  public static Value.Mapping object(String json) {
    return (Value.Mapping) value(json);
  }

  private static Value value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Value> members = new TreeMap<>();
        node.properties().forEach(each -> members.put(each.getKey(), value(each.getValue())));
        yield Value.of(members);
      }
      case ARRAY ->
          Value.of(StreamSupport.stream(node.spliterator(), false).map(Json::value).toList());
      case BOOLEAN -> Value.of(node.booleanValue());
      case NUMBER -> new Value.Num(node.decimalValue());
      case STRING -> Value.of(node.textValue());
      case NULL -> Value.none();
      case MISSING, BINARY, POJO -> throw new IllegalArgumentException("no JSON value: " + node);
    };
  }
}
