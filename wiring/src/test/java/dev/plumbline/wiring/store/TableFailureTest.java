package dev.plumbline.wiring.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What the table's own answers become. */
class TableFailureTest {

  private final Table table = new Table();
  private final Store store =
      Store.inTable(table, "plumbline", () -> Instant.parse("2026-11-23T09:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, Allow dynamodb:GetItem",
    "ResourceNotFoundException, Name a table that is there",
    "ThrottlingException, raise the table's capacity",
    "ValidationException, with the keys pk and sk",
    "InternalServerError, Try again",
  })
  void a_failure_names_table_and_item_why_and_what_to_do(String code, String advice) {
    table.answer =
        DynamoDbException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.stacks().find("shop"))
        .withMessageStartingWith(
            "GetItem of STACK#shop / STACK in the table plumbline failed: " + code)
        .withMessageContaining(advice);
  }

  @Test
  void an_answer_that_never_came_is_told_like_any_other() {
    table.answer = SdkClientException.create("connection reset");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.deliveries().first("comment-1", Duration.ofDays(30)))
        .withMessageStartingWith(
            "PutItem of DELIVERY#comment-1 / DELIVERY in the table plumbline failed");
  }

  @Test
  void a_write_whose_answer_was_lost_is_known_again_when_the_sdk_asks_once_more() throws Exception {
    table.answersLost = true;

    assertThat(store.deliveries().first("comment-1", Duration.ofDays(30))).isTrue();
    table.answersLost = false;
    assertThat(store.deliveries().first("comment-1", Duration.ofDays(30))).isFalse();
  }

  @Test
  void a_write_that_met_a_transaction_is_tried_again() throws Exception {
    table.conflicts = 3;

    assertThat(store.leases().take("issue/shop", "one", Duration.ofMinutes(1))).isTrue();
    assertThat(table.conflicts).isZero();
  }

  /** One item, and what goes wrong. */
  private static final class Table implements DynamoDbClient {
    private Optional<Map<String, AttributeValue>> item = Optional.empty();
    private RuntimeException answer = new IllegalStateException();
    private boolean answersLost;
    private int conflicts;

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      throw answer;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      if (answer instanceof SdkClientException) {
        throw answer;
      }
      if (conflicts > 0) {
        conflicts--;
        throw TransactionConflictException.builder().build();
      }
      if (item.isPresent() || answersLost) {
        ConditionalCheckFailedException refused =
            ConditionalCheckFailedException.builder().item(item.orElse(request.item())).build();
        item = Optional.of(item.orElse(request.item()));
        throw refused;
      }
      item = Optional.of(request.item());
      return PutItemResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
