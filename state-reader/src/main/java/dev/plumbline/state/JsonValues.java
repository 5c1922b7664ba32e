package dev.plumbline.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads the JSON value a parser stands on. */
final class JsonValues {

  private JsonValues() {}

  /** Leaves the parser on the value's last token. */
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
