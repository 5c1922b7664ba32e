package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.FailingStacks;
import dev.plumbline.engine.store.Runs;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What became of runs over many stacks. Thread-safe. */
public record RunStore(Runs runs, FailingStacks failing) {

  /**
   * In the table that holds all the rest, see {@link Store#inTable}.
   *
   * @param client stays the caller's to close
   */
  public static RunStore inTable(DynamoDbClient client, String table) {
    StoreTable kept = new StoreTable(client, table);
    return new RunStore(new DynamoRuns(kept), new DynamoFailingStacks(kept));
  }
}
