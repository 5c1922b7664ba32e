package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items by their keys, a hundred at a time, and asks again for what was held back. */
final class BatchRead {

  private static final int AT_ONCE = 100;

  private final StoreTable table;
  private final DynamoDbClient client;

  BatchRead(StoreTable table, DynamoDbClient client) {
    this.table = table;
    this.client = client;
  }

  List<Map<String, AttributeValue>> read(List<TableKey> keys) throws StoreException {
    Map<TableKey, Map<String, AttributeValue>> found = new HashMap<>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      read(keys.subList(from, Math.min(keys.size(), from + AT_ONCE)), found);
    }
    return keys.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private void read(List<TableKey> keys, Map<TableKey, Map<String, AttributeValue>> found)
      throws StoreException {
    Map<String, KeysAndAttributes> wanted =
        Map.of(
            table.name(),
            KeysAndAttributes.builder()
                .consistentRead(true)
                .keys(keys.stream().map(TableKey::attributes).toList())
                .build());
    for (int round = 0; !wanted.isEmpty(); round++) {
      Map<String, KeysAndAttributes> asked = wanted;
      BatchGetItemResponse answer =
          table.asked(
              "BatchGetItem",
              keys.size() + " items",
              () -> client.batchGetItem(request -> request.requestItems(asked)));
      answer
          .responses()
          .getOrDefault(table.name(), List.of())
          .forEach(item -> found.put(TableKey.of(item), item));
      wanted = answer.unprocessedKeys();
      if (!wanted.isEmpty()) {
        again(round, keys.getFirst());
      }
    }
  }

  private void again(int round, TableKey first) throws StoreException {
    if (round >= Patience.TRIES) {
      throw TableFailure.contended(table.name(), first, round);
    }
    Patience.pause(round);
  }
}
