package dev.plumbline.state.source;

import dev.plumbline.state.StateException;
import dev.plumbline.state.StateSource.Lock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** The S3 backend's items in a DynamoDB table: the lock, and the digest of the state. */
record LockTable(S3Lock.DynamoDb table, S3Place state) {

  Optional<Lock> lock() throws StateException {
    return item(state.lockId())
        .map(item -> LockInfo.read(text(item, "Info"), where(state.lockId())));
  }

  /** The md5 the backend wrote down for the state, in hexadecimal; nothing where it did not. */
  Optional<String> digest() throws StateException {
    return item(digestId()).map(item -> text(item, "Digest"));
  }

  String digestId() {
    return state.lockId() + "-md5";
  }

  private Optional<Map<String, AttributeValue>> item(String id) throws StateException {
    try {
      var answer =
          table
              .client()
              .getItem(
                  GetItemRequest.builder()
                      .tableName(table.table())
                      .key(Map.of("LockID", AttributeValue.fromS(id)))
                      .consistentRead(true)
                      .build());
      return Optional.of(answer.item()).filter(item -> !item.isEmpty());
    } catch (SdkException e) {
      throw new AwsCall(state.toString(), "dynamodb:GetItem", "DynamoDB table " + table.table())
          .failed(e);
    }
  }

  private String where(String id) {
    return "item " + id + " of DynamoDB table " + table.table();
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    return Optional.ofNullable(item.get(attribute)).map(AttributeValue::s).orElse("");
  }
}
