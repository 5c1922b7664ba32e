package dev.plumbline.wiring.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Queries, without their table. */
final class Listing {

  private Listing() {}

  /**
   * Keys of a listing in its order. The index is behind the table by moments.
   *
   * @param after the place to go on behind; empty from the start
   */
  static QueryRequest behind(String listing, Optional<String> after) {
    String expression =
        after.isEmpty() ? "#listing = :listing" : "#listing = :listing AND #rank > :after";
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":listing", AttributeValue.fromS(listing));
    after.ifPresent(rank -> values.put(":after", AttributeValue.fromS(rank)));
    return QueryRequest.builder()
        .indexName(TableShape.INDEX)
        .keyConditionExpression(expression)
        .expressionAttributeNames(Condition.names(expression))
        .expressionAttributeValues(values)
        .build();
  }

  /** Items of one partition, as they are now. */
  static QueryRequest of(String pk) {
    return partition("#pk = :pk", pk, Map.of()).build();
  }

  /** Items of one partition whose sort keys start so, as they are now. */
  static QueryRequest startingWith(String pk, String start, boolean forward) {
    return partition("#pk = :pk AND begins_with(#sk, :start)", pk, Map.of(":start", start))
        .scanIndexForward(forward)
        .build();
  }

  /** Items of one partition between two sort keys, both included, the last first. */
  static QueryRequest backFrom(String pk, String first, String last) {
    return partition(
            "#pk = :pk AND #sk BETWEEN :first AND :last",
            pk,
            Map.of(":first", first, ":last", last))
        .scanIndexForward(false)
        .build();
  }

  private static QueryRequest.Builder partition(
      String expression, String pk, Map<String, String> texts) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", AttributeValue.fromS(pk));
    texts.forEach((name, text) -> values.put(name, AttributeValue.fromS(text)));
    return QueryRequest.builder()
        .keyConditionExpression(expression)
        .expressionAttributeNames(Condition.names(expression))
        .expressionAttributeValues(values)
        .consistentRead(true);
  }
}
