package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Readings;
import dev.plumbline.engine.store.StoreException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Readings in the table, an item each, which DynamoDB deletes some days after. */
final class DynamoReadings implements Readings {

  /** Longer than a queue keeps a message; who comes later is read once more. */
  private static final Duration KEPT = Duration.ofDays(15);

  private static final String ADDRESS = "address";

  private final StoreTable table;
  private final ItemJson json = new ItemJson();

  DynamoReadings(StoreTable table) {
    this.table = table;
  }

  @Override
  public Map<String, Reading> of(String stack, Collection<String> addresses) throws StoreException {
    List<TableKey> keys =
        addresses.stream().distinct().map(each -> TableKey.reading(stack, each)).toList();
    Map<String, Reading> readings = new HashMap<>();
    for (Map<String, AttributeValue> item : table.readAll(keys)) {
      readings.put(ItemText.required(item, ADDRESS), json.read(item, Reading.class));
    }
    return readings;
  }

  @Override
  public void keep(String stack, Map<String, Reading> readings) throws StoreException {
    for (Map.Entry<String, Reading> each : readings.entrySet()) {
      keep(stack, each.getKey(), each.getValue());
    }
  }

  private void keep(String stack, String address, Reading reading) throws StoreException {
    TableKey key = TableKey.reading(stack, address);
    for (int round = 0; round < Patience.TRIES; round++) {
      Optional<Map<String, AttributeValue>> item = table.read(key);
      Reading next = item.isEmpty() ? reading : reading.and(json.read(item.get(), Reading.class));
      long version = item.map(it -> ItemText.number(it, Item.VERSION)).orElse(0L);
      if (table.put(
          Ending.item(key, next.at().plus(KEPT))
              .text(ADDRESS, address)
              .number(Item.VERSION, version + 1)
              .with(ItemJson.DOCUMENT, json.required(key, next))
              .attributes(),
          Condition.version(version))) {
        return;
      }
      Patience.pause(round);
    }
    throw TableFailure.contended(table.name(), key, Patience.TRIES);
  }
}
