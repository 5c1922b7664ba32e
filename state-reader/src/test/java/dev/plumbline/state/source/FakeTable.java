package dev.plumbline.state.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** A lock table in memory. */
final class FakeTable implements DynamoDbClient {

  private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();
  private Optional<RuntimeException> failure = Optional.empty();

  void put(String lockId, String attribute, String value) {
    items.put(
        lockId,
        Map.of("LockID", AttributeValue.fromS(lockId), attribute, AttributeValue.fromS(value)));
  }

  void failWith(RuntimeException e) {
    failure = Optional.of(e);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    failure.ifPresent(
        e -> {
          throw e;
        });
    if (!request.consistentRead() || !request.tableName().equals("locks")) {
      throw new AssertionError("a lock is read consistently, and from its table: " + request);
    }
    var item = items.get(Objects.requireNonNull(request.key().get("LockID")).s());
    return item == null
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(item).build();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
