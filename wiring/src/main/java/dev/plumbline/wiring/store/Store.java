package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.remediation.RemediationStore;
import java.nio.file.Path;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** All that is remembered, in one place. Thread-safe. */
public record Store(
    Stacks stacks,
    RemediationStore remediations,
    Deliveries deliveries,
    Leases leases,
    AuditTrail audit) {

  /**
   * In a table, see {@link StoreTable#createRequest}.
   *
   * @param client stays the caller's to close
   */
  public static Store inTable(DynamoDbClient client, String table, InstantSource clock) {
    StoreTable kept = new StoreTable(client, table);
    return new Store(
        new DynamoStacks(kept),
        new DynamoRemediations(kept),
        new DynamoDeliveries(kept, clock),
        new DynamoLeases(kept, clock),
        new DynamoAuditTrail(kept));
  }

  /**
   * In a folder, which is made on the first write. Several processes may share it.
   *
   * @param folder on a file system that knows locks
   */
  public static Store inFolder(Path folder, InstantSource clock) {
    LocalStore kept = new LocalStore(folder);
    return new Store(
        new LocalStacks(kept),
        new LocalRemediations(kept),
        new LocalDeliveries(kept, clock),
        new LocalLeases(kept, clock),
        new LocalAuditTrail(kept));
  }
}
