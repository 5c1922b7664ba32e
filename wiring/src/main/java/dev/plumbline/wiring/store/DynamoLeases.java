package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Leases in the table, an item each. */
final class DynamoLeases implements Leases {

  private static final String HOLDER = "holder";

  private final StoreTable table;
  private final InstantSource clock;

  DynamoLeases(StoreTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public boolean take(String name, String holder, Duration length) throws StoreException {
    Instant now = clock.instant();
    return table.put(
        Ending.item(TableKey.lease(name), now.plus(length)).text(HOLDER, holder).attributes(),
        new Condition(
            "attribute_not_exists(#pk) OR #ends <= :now OR #holder = :holder",
            Map.of(
                ":now", ItemText.number(now.toEpochMilli()),
                ":holder", AttributeValue.fromS(holder))));
  }

  @Override
  public void release(String name, String holder) throws StoreException {
    table.delete(
        TableKey.lease(name),
        new Condition("#holder = :holder", Map.of(":holder", AttributeValue.fromS(holder))));
  }
}
