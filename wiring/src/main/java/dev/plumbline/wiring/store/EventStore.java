package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Readings;
import dev.plumbline.engine.store.ResourceIndex;
import dev.plumbline.engine.store.Revisions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is remembered for the sake of changes that are told as they are made. Thread-safe. */
public record EventStore(ResourceIndex index, Readings readings, Revisions revisions) {

  /**
   * In the table that holds all the rest, see {@link Store#inTable}.
   *
   * @param client stays the caller's to close
   */
  public static EventStore inTable(DynamoDbClient client, String table) {
    StoreTable kept = new StoreTable(client, table);
    return new EventStore(new DynamoIndex(kept), new DynamoReadings(kept), new DynamoStacks(kept));
  }
}
