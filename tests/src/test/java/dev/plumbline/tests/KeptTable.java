package dev.plumbline.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.store.StoreTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A store in a table of an emulated account, and all that is in it. */
final class KeptTable implements AutoCloseable {

  private final DynamoDbClient client;
  private final String name;

  KeptTable(URI endpoint, String name) {
    this.name = name;
    client =
        EmulatedAws.client(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()), endpoint);
    client.createTable(StoreTable.createRequest(name));
  }

  Store store() {
    return Store.inTable(client, name, InstantSource.system());
  }

  /** Each item, with what was packed unpacked. */
  List<String> texts() {
    return client.scanPaginator(ask -> ask.tableName(name).consistentRead(true)).items().stream()
        .map(KeptTable::text)
        .toList();
  }

  private static String text(Map<String, AttributeValue> item) {
    StringBuilder text = new StringBuilder(item.toString());
    item.values().stream()
        .flatMap(value -> Optional.ofNullable(value.b()).stream())
        .forEach(packed -> text.append('\n').append(unpacked(packed)));
    return text.toString();
  }

  private static String unpacked(SdkBytes packed) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(packed.asByteArrayUnsafe()))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
