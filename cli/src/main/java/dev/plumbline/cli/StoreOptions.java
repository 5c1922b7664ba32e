package dev.plumbline.cli;

import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.store.TableClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where what is remembered lies: the service's table, or a folder of this user's. */
final class StoreOptions {

  private static final String TABLE = "PLUMBLINE_TABLE";

  @ArgGroup(exclusive = true)
  private Place place = new Place();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  /** One of the two. */
  static final class Place {
    @Option(
        names = "--table",
        paramLabel = "NAME",
        description = "The service's DynamoDB table. Default: PLUMBLINE_TABLE, where it is set.")
    private Optional<String> table = Optional.empty();

    @Option(
        names = "--store",
        paramLabel = "DIR",
        description =
            "A folder instead. Default: plumbline in XDG_STATE_HOME, else in ~/.local/state.")
    private Optional<Path> folder = Optional.empty();
  }

  /** A store to be closed after use. */
  record Opened(Store store, Optional<DynamoDbClient> client) implements AutoCloseable {
    @Override
    public void close() {
      client.ifPresent(DynamoDbClient::close);
    }
  }

  /** Whether the user named a place, rather than leaving it to the environment. */
  boolean named() {
    return place.table.isPresent() || place.folder.isPresent();
  }

  Connection aws() {
    return connection.connection(Optional.empty());
  }

  Opened open() {
    Optional<String> table =
        place.folder.isPresent() ? Optional.empty() : place.table.or(() -> variable(TABLE));
    if (table.isEmpty()) {
      return new Opened(
          Store.inFolder(place.folder.orElseGet(StoreOptions::usual), InstantSource.system()),
          Optional.empty());
    }
    DynamoDbClient client = TableClient.of(aws());
    return new Opened(
        Store.inTable(client, table.get(), InstantSource.system()), Optional.of(client));
  }

  /** The user's own folder. */
  static Path usual() {
    return variable("XDG_STATE_HOME")
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
        .resolve("plumbline");
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
