package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Deliveries in the table, an item each, which DynamoDB deletes some time after its end. */
final class DynamoDeliveries implements Deliveries {

  private final StoreTable table;
  private final InstantSource clock;

  DynamoDeliveries(StoreTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public boolean first(String key, Duration keep) throws StoreException {
    Instant now = clock.instant();
    return table.put(
        Ending.item(TableKey.delivery(key), now.plus(keep)).attributes(),
        new Condition(
            "attribute_not_exists(#pk) OR #ends <= :now",
            Map.of(":now", ItemText.number(now.toEpochMilli()))));
  }

  @Override
  public void forget(String key) throws StoreException {
    table.delete(TableKey.delivery(key));
  }
}
