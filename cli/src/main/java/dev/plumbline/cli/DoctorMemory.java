package dev.plumbline.cli;

import dev.plumbline.engine.store.Stacks;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.doctor.Deployed;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.store.TableClient;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is remembered of scans, in the named table or the deployment's. */
record DoctorMemory(Optional<String> table, Optional<DynamoDbClient> client)
    implements AutoCloseable {

  static DoctorMemory of(Optional<String> named, Optional<Deployed> deployed, Connection aws) {
    Optional<String> table = named.or(() -> deployed.flatMap(it -> it.variable("TABLE_NAME")));
    return new DoctorMemory(table, table.map(_ -> TableClient.of(aws)));
  }

  Optional<Supplier<Stacks>> stacks() {
    return table.flatMap(
        name -> client.map(it -> () -> Store.inTable(it, name, InstantSource.system()).stacks()));
  }

  @Override
  public void close() {
    client.ifPresent(DynamoDbClient::close);
  }
}
