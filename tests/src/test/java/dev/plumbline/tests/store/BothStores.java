package dev.plumbline.tests.store;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.tests.EmulatedAws;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.store.StoreTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Empty stores of both kinds, with a clock that only the test moves. */
final class BothStores implements BeforeAllCallback, AfterAllCallback {

  static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private volatile Instant now = START;
  private @Nullable Emulator emulator;
  private @Nullable DynamoDbClient client;
  private @Nullable Path folder;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Emulator started = EmulatorKind.MOTO.start(_ -> {});
    emulator = started;
    client =
        EmulatedAws.client(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()),
            started.endpoint());
    folder = Files.createTempDirectory("plumbline-store");
  }

  /** A store with nothing in it. */
  Store empty(StoreKind kind) {
    now = START;
    return switch (kind) {
      case TABLE -> Store.inTable(client(), table(), () -> now);
      case FOLDER -> Store.inFolder(folder().resolve(UUID.randomUUID().toString()), () -> now);
    };
  }

  /** The name of a new table. */
  String table() {
    String name = "plumbline-" + UUID.randomUUID();
    client().createTable(StoreTable.createRequest(name));
    return name;
  }

  DynamoDbClient client() {
    return Objects.requireNonNull(client);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  private Path folder() {
    return Objects.requireNonNull(folder);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (client != null) {
      client.close();
    }
    if (emulator != null) {
      emulator.close();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
