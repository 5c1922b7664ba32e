package dev.plumbline.wiring.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item on its way to the table. */
final class Item {

  static final String VERSION = "version";

  /** A name for each write, by which one whose answer was lost is known again. */
  private static final String WRITE = "write";

  private final Map<String, AttributeValue> attributes;

  Item(TableKey key) {
    attributes = new HashMap<>(key.attributes());
    attributes.put(WRITE, AttributeValue.fromS(UUID.randomUUID().toString()));
  }

  static boolean sameWrite(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
    Optional<String> write = ItemText.of(one, WRITE);
    return write.isPresent() && write.equals(ItemText.of(other, WRITE));
  }

  Item text(String name, String value) {
    return with(name, AttributeValue.fromS(value));
  }

  Item number(String name, long value) {
    return with(name, ItemText.number(value));
  }

  Item with(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  /** Lets it be found in a listing, at that place. */
  Item listed(String listing, String rank) {
    return text(TableShape.LISTING, listing).text(TableShape.RANK, rank);
  }

  Map<String, AttributeValue> attributes() {
    return Map.copyOf(attributes);
  }
}
