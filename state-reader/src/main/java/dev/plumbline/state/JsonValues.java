package dev.plumbline.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** JSON as values. */
public final class JsonValues {

  private JsonValues() {}

  /** The same value; what JSON does not know is none. */
  public static Value of(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Value.of(node.textValue());
      case BOOLEAN -> Value.of(node.booleanValue());
      case NUMBER -> new Value.Num(node.decimalValue());
      case ARRAY -> {
        List<Value> items = new ArrayList<>();
        node.forEach(item -> items.add(of(item)));
        yield Value.of(items);
      }
      case OBJECT -> {
        var entries = new TreeMap<String, Value>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), of(entry.getValue())));
        yield Value.of(entries);
      }
      case NULL, MISSING, BINARY, POJO -> Value.none();
    };
  }

  /** Reads the value a parser stands on. Leaves the parser on the value's last token. */
  static Value read(JsonParser json) throws IOException, Refusal {
    return switch (json.currentToken()) {
      case START_OBJECT -> mapping(json);
      case START_ARRAY -> listing(json);
      case VALUE_STRING -> Value.of(json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json);
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.none();
      case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("not on a value: " + json.currentToken());
    };
  }

  private static Value mapping(JsonParser json) throws IOException, Refusal {
    var entries = new TreeMap<String, Value>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      entries.put(name, read(json));
    }
    return Value.of(entries);
  }

  private static Value listing(JsonParser json) throws IOException, Refusal {
    List<Value> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(json));
    }
    return Value.of(items);
  }

  private static Value number(JsonParser json) throws IOException, Refusal {
    try {
      return new Value.Num(json.getDecimalValue());
    } catch (NumberFormatException | ArithmeticException _) {
      // The exception quotes the number, so it is not kept.
      throw Refusal.notAState(
          "the number at line %d is out of every range."
              .formatted(json.currentLocation().getLineNr()));
    }
  }
}
