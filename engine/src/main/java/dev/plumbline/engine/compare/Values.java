package dev.plumbline.engine.compare;

import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What comparing needs of values beside the values themselves. */
final class Values {

  private Values() {}

  /** A map's entries; none where it is anything else. */
  static SequencedMap<String, Value> entries(Value value) {
    return value instanceof Value.Mapping(var entries) ? entries : new TreeMap<>();
  }

  /** The path of a map's entry: {@code tags["Name"]}. */
  static String keyed(String path, String key) {
    return path + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
  }

  /**
   * The members of an object that both sides looked at and the schema knows, with their types, in
   * order.
   */
  static SequencedMap<String, Type> compared(
      Map<String, Attribute> attributes, Value expected, Value actual) {
    SequencedMap<String, Type> compared = new TreeMap<>();
    attributes.forEach(
        (member, attribute) -> {
          boolean lateComputed = attribute.onlyComputed() && expected.at(member).isEmpty();
          if (entries(expected).containsKey(member)
              && entries(actual).containsKey(member)
              && !lateComputed) {
            compared.put(member, attribute.type());
          }
        });
    return compared;
  }
}
