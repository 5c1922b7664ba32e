package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** The one table, and how its items are read and written. Thread-safe. */
public final class StoreTable {

  /** When DynamoDB may delete an item, in seconds since 1970: the attribute of time to live. */
  public static final String EXPIRES = "expires";

  static final String PK = "pk";
  static final String SK = "sk";

  private final DynamoDbClient client;
  private final String name;

  StoreTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** What makes the table, without the time to live, which is switched on after. */
  public static CreateTableRequest createRequest(String name) {
    return TableShape.request(name);
  }

  String name() {
    return name;
  }

  /** Several writes of which all happen or none. */
  TableTransaction transaction() {
    return new TableTransaction(this, client);
  }

  /** The item as it is now. */
  Optional<Map<String, AttributeValue>> read(TableKey key) throws StoreException {
    GetItemResponse answer =
        asked(
            "GetItem",
            key.toString(),
            () ->
                client.getItem(
                    request -> request.tableName(name).key(key.attributes()).consistentRead(true)));
    return answer.hasItem() && !answer.item().isEmpty()
        ? Optional.of(answer.item())
        : Optional.empty();
  }

  /**
   * Items in the order that the query asks for.
   *
   * @param limit how many at most
   */
  List<Map<String, AttributeValue>> query(QueryRequest query, int limit) throws StoreException {
    QueryRequest request = query.toBuilder().tableName(name).build();
    return asked(
        "Query",
        request.expressionAttributeValues().values().toString(),
        () -> client.queryPaginator(request).items().stream().limit(limit).toList());
  }

  /** The items of those keys as they are now, in the order of the keys; who is gone is left out. */
  List<Map<String, AttributeValue>> readAll(List<TableKey> keys) throws StoreException {
    return new BatchRead(this, client).read(keys);
  }

  /**
   * Puts an item where the condition holds.
   *
   * @return whether it is there, also where an earlier try of the SDK's put it and its answer was
   *     lost
   */
  boolean put(Map<String, AttributeValue> item, Condition condition) throws StoreException {
    PutItemRequest.Builder request =
        PutItemRequest.builder()
            .tableName(name)
            .item(item)
            .conditionExpression(condition.expression())
            .expressionAttributeNames(condition.names())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (!condition.values().isEmpty()) {
      request.expressionAttributeValues(condition.values());
    }
    Optional<Map<String, AttributeValue>> other =
        refused("PutItem", TableKey.of(item), () -> client.putItem(request.build()));
    return other.isEmpty() || Item.sameWrite(other.get(), item);
  }

  /** Deletes an item, where there is one. */
  void delete(TableKey key) throws StoreException {
    refused(
        "DeleteItem",
        key,
        () -> client.deleteItem(request -> request.tableName(name).key(key.attributes())));
  }

  /** Deletes an item where the condition holds. */
  void delete(TableKey key, Condition condition) throws StoreException {
    DeleteItemRequest request =
        DeleteItemRequest.builder()
            .tableName(name)
            .key(key.attributes())
            .conditionExpression(condition.expression())
            .expressionAttributeNames(condition.names())
            .expressionAttributeValues(condition.values())
            .build();
    refused("DeleteItem", key, () -> client.deleteItem(request));
  }

  <T> T asked(String action, String what, Supplier<T> call) throws StoreException {
    try {
      return call.get();
    } catch (SdkException e) {
      throw TableFailure.of(action, name, what, e);
    }
  }

  /** The item that stands in the way; empty where none did. */
  private Optional<Map<String, AttributeValue>> refused(String action, TableKey key, Runnable write)
      throws StoreException {
    for (int round = 0; round < Patience.TRIES; round++) {
      try {
        write.run();
        return Optional.empty();
      } catch (ConditionalCheckFailedException refused) {
        return Optional.of(refused.hasItem() ? refused.item() : Map.of());
      } catch (TransactionConflictException _) {
        Patience.pause(round);
      } catch (SdkException e) {
        throw TableFailure.of(action, name, key.toString(), e);
      }
    }
    throw TableFailure.contended(name, key, Patience.TRIES);
  }
}
