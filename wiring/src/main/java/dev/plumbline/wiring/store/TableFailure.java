package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.StoreException;
import dev.plumbline.wiring.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what of a table failed, why, and what to do. */
final class TableFailure {

  private TableFailure() {}

  /**
   * The exception to throw.
   *
   * @param action the API's name of what failed, such as {@code PutItem}
   * @param what the item or items
   */
  static StoreException of(String action, String table, String what, SdkException cause) {
    String code = AwsFailure.code(cause);
    return new StoreException(
        "%s of %s in the table %s failed: %s. %s"
            .formatted(action, what, table, code, advice(code, action)),
        cause);
  }

  private static String advice(String code, String action) {
    return switch (code) {
      case "ResourceNotFoundException" ->
          "Name a table that is there, in this account and region, or deploy one.";
      case "AccessDeniedException" ->
          "Allow dynamodb:%s on the table and its index."
              .formatted(
                  action.equals("TransactWriteItems")
                      ? "PutItem, DeleteItem, ConditionCheckItem"
                      : action);
      case "ThrottlingException",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded" ->
          "It was tried several times; raise the table's capacity, or try again later.";
      case "ValidationException" ->
          "Is it Plumbline's own table, with the keys pk and sk and the index listings?";
      default -> "Try again; where it stays, look at the state of DynamoDB in this region.";
    };
  }

  /** For what was changed by others again and again. */
  static StoreException contended(String table, TableKey key, int tries) {
    return new StoreException(
        "The item %s in the table %s was changed by others %d times while it was to be written. Try again."
            .formatted(key, table, tries));
  }
}
