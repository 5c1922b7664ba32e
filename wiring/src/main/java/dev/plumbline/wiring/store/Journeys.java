package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items that are written once and then moved on, step by step, by whoever comes first. Each is kept
 * for 30 days from its beginning. Thread-safe.
 */
final class Journeys<T> {

  private static final Duration KEPT = Duration.ofDays(30);

  private final StoreTable table;
  private final Class<T> type;
  private final Function<T, Instant> beginning;
  private final ItemJson json = new ItemJson();

  /**
   * @param beginning what the days are counted from
   */
  Journeys(StoreTable table, Class<T> type, Function<T, Instant> beginning) {
    this.table = table;
    this.type = type;
    this.beginning = beginning;
  }

  /**
   * Keeps it unless there is one.
   *
   * @return what is kept there now
   */
  T add(TableKey key, T fresh) throws StoreException {
    for (int round = 0; round < Patience.TRIES; round++) {
      if (table.put(item(key, fresh, 1), Condition.ABSENT)) {
        return fresh;
      }
      Optional<T> kept = find(key);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    throw TableFailure.contended(table.name(), key, Patience.TRIES);
  }

  Optional<T> find(TableKey key) throws StoreException {
    Optional<Map<String, AttributeValue>> item = table.read(key);
    return item.isEmpty() ? Optional.empty() : Optional.of(json.read(item.get(), type));
  }

  /**
   * Moves it on.
   *
   * @param step what becomes of what is there; empty where it stays
   * @return whether it moved
   */
  boolean move(TableKey key, Function<T, Optional<T>> step) throws StoreException {
    for (int round = 0; round < Patience.TRIES; round++) {
      Optional<Map<String, AttributeValue>> item = table.read(key);
      if (item.isEmpty()) {
        return false;
      }
      Optional<T> next = step.apply(json.read(item.get(), type));
      if (next.isEmpty()) {
        return false;
      }
      long version = ItemText.number(item.get(), Item.VERSION);
      if (table.put(item(key, next.get(), version + 1), Condition.version(version))) {
        return true;
      }
      Patience.pause(round);
    }
    throw TableFailure.contended(table.name(), key, Patience.TRIES);
  }

  private Map<String, AttributeValue> item(TableKey key, T value, long version)
      throws StoreException {
    return Ending.item(key, beginning.apply(value).plus(KEPT))
        .number(Item.VERSION, version)
        .with(ItemJson.DOCUMENT, json.required(key, value))
        .attributes();
  }
}
