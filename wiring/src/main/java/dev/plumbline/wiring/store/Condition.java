package dev.plumbline.wiring.store;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold of an item for a write to happen.
 *
 * @param expression in DynamoDB's words, with {@code #name} for each attribute, because many plain
 *     names are reserved
 * @param values of {@code :name}; empty where the expression has none
 */
record Condition(String expression, Map<String, AttributeValue> values) {

  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  /** There is no such item. */
  static final Condition ABSENT = new Condition("attribute_not_exists(#pk)", Map.of());

  /** Whatever is there. */
  static final Condition ALWAYS =
      new Condition("attribute_not_exists(#pk) OR attribute_exists(#pk)", Map.of());

  /** Nobody wrote since that version was read; 0 for an item that was not there. */
  static Condition version(long version) {
    return version == 0
        ? ABSENT
        : new Condition("#version = :version", Map.of(":version", ItemText.number(version)));
  }

  Map<String, String> names() {
    return names(expression);
  }

  static Map<String, String> names(String expression) {
    return NAME.matcher(expression)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .collect(Collectors.toMap(name -> "#" + name, name -> name));
  }
}
