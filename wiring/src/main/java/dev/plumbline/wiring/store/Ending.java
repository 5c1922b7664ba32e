package dev.plumbline.wiring.store;

import java.time.Instant;

/**
 * Items that end. DynamoDB deletes them days later at times, so that whoever reads them looks at
 * {@code ends}, in milliseconds, and not at whether they are there.
 */
final class Ending {

  private static final String ENDS = "ends";

  private Ending() {}

  static Item item(TableKey key, Instant ends) {
    return new Item(key)
        .number(ENDS, ends.toEpochMilli())
        .number(StoreTable.EXPIRES, ends.getEpochSecond() + 1);
  }
}
