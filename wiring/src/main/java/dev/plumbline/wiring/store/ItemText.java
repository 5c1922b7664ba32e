package dev.plumbline.wiring.store;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes as texts and numbers. */
final class ItemText {

  private ItemText() {}

  static Optional<String> of(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  /** What every item of that kind has. */
  static String required(Map<String, AttributeValue> item, String name) {
    return of(item, name)
        .orElseThrow(() -> new IllegalStateException("An item has no text " + name));
  }

  static long number(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name))
        .map(AttributeValue::n)
        .map(Long::parseLong)
        .orElse(0L);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
