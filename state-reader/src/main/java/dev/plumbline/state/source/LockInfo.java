package dev.plumbline.state.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.state.StateSource.Lock;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The lock information Terraform and OpenTofu write, the same in every backend. */
final class LockInfo {

  private LockInfo() {}

  /**
   * A lock is held even where what it says cannot be read: it may be half written. What is not
   * known is "" then.
   */
  static Lock read(String json, String where) {
    Map<String, String> said = new HashMap<>();
    try (var parser = new JsonFactory().createParser(json)) {
      readInto(said, parser);
    } catch (IOException _) {
      // What was read until then is still true.
    }
    return new Lock(
        said.getOrDefault("ID", ""),
        said.getOrDefault("Who", ""),
        said.getOrDefault("Operation", ""),
        said.getOrDefault("Created", ""),
        where);
  }

  private static void readInto(Map<String, String> said, JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        said.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }
}
