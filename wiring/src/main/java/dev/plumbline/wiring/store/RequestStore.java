package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Receipts;
import dev.plumbline.engine.store.Scans;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What was asked of the service over HTTP, and how far it is. Thread-safe. */
public record RequestStore(Scans scans, Receipts receipts) {

  /**
   * In the table that holds all the rest, see {@link Store#inTable}.
   *
   * @param client stays the caller's to close
   */
  public static RequestStore inTable(DynamoDbClient client, String table) {
    StoreTable kept = new StoreTable(client, table);
    return new RequestStore(new DynamoScans(kept), new DynamoReceipts(kept));
  }
}
