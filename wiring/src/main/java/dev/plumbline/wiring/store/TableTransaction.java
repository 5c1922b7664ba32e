package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes of which all happen or none. For one thread. */
final class TableTransaction {

  private static final String REFUSED = "ConditionalCheckFailed";
  private static final String NOTHING = "None";

  private final StoreTable table;
  private final DynamoDbClient client;
  private final List<TransactWriteItem> writes = new ArrayList<>();
  private final List<TableKey> keys = new ArrayList<>();

  TableTransaction(StoreTable table, DynamoDbClient client) {
    this.table = table;
    this.client = client;
  }

  int size() {
    return writes.size();
  }

  TableTransaction put(Map<String, AttributeValue> item, Condition condition) {
    Put.Builder put =
        Put.builder()
            .tableName(table.name())
            .item(item)
            .conditionExpression(condition.expression())
            .expressionAttributeNames(condition.names());
    if (!condition.values().isEmpty()) {
      put.expressionAttributeValues(condition.values());
    }
    return add(TableKey.of(item), TransactWriteItem.builder().put(put.build()).build());
  }

  TableTransaction delete(TableKey key, Condition condition) {
    Delete.Builder delete =
        Delete.builder()
            .tableName(table.name())
            .key(key.attributes())
            .conditionExpression(condition.expression())
            .expressionAttributeNames(condition.names());
    if (!condition.values().isEmpty()) {
      delete.expressionAttributeValues(condition.values());
    }
    return add(key, TransactWriteItem.builder().delete(delete.build()).build());
  }

  /** Only where that holds of an item that is not written. */
  TableTransaction check(TableKey key, Condition condition) {
    ConditionCheck.Builder check =
        ConditionCheck.builder()
            .tableName(table.name())
            .key(key.attributes())
            .conditionExpression(condition.expression())
            .expressionAttributeNames(condition.names());
    if (!condition.values().isEmpty()) {
      check.expressionAttributeValues(condition.values());
    }
    return add(key, TransactWriteItem.builder().conditionCheck(check.build()).build());
  }

  /**
   * Does it. What collides with others' transactions is tried again. The SDK names each call, so
   * that one whose answer was lost is not done twice.
   *
   * @return false where a condition did not hold, so that nothing was written
   */
  boolean write() throws StoreException {
    for (int round = 0; round < Patience.TRIES; round++) {
      try {
        client.transactWriteItems(request -> request.transactItems(writes));
        return true;
      } catch (TransactionCanceledException cancelled) {
        if (has(cancelled, REFUSED)) {
          return false;
        }
        if (!passes(cancelled)) {
          throw failed(cancelled);
        }
        Patience.pause(round);
      } catch (SdkException e) {
        throw failed(e);
      }
    }
    throw TableFailure.contended(table.name(), keys.getFirst(), Patience.TRIES);
  }

  private TableTransaction add(TableKey key, TransactWriteItem write) {
    keys.add(key);
    writes.add(write);
    return this;
  }

  private StoreException failed(SdkException e) {
    return TableFailure.of(
        "TransactWriteItems",
        table.name(),
        "%s and %d more".formatted(keys.getFirst(), keys.size() - 1),
        e);
  }

  private static boolean has(TransactionCanceledException cancelled, String code) {
    return cancelled.cancellationReasons().stream().anyMatch(each -> code.equals(each.code()));
  }

  /** Whether only others' writes or a full table were in the way, which pass. */
  private static boolean passes(TransactionCanceledException cancelled) {
    return cancelled.hasCancellationReasons()
        && cancelled.cancellationReasons().stream()
            .map(CancellationReason::code)
            .allMatch(
                code ->
                    code == null
                        || code.equals(NOTHING)
                        || code.equals("TransactionConflict")
                        || code.equals("ThrottlingError")
                        || code.equals("ProvisionedThroughputExceeded"));
  }
}
