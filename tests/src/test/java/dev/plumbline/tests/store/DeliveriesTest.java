package dev.plumbline.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.wiring.store.Store;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DeliveriesTest {

  private static final Duration MONTH = Duration.ofDays(30);

  @RegisterExtension static final BothStores STORES = new BothStores();

  @ParameterizedTest
  @EnumSource
  void a_key_is_first_once(StoreKind kind) throws Exception {
    Deliveries deliveries = STORES.empty(kind).deliveries();

    assertThat(deliveries.first("comment-1", MONTH)).isTrue();
    assertThat(deliveries.first("comment-1", MONTH)).isFalse();
    assertThat(deliveries.first("comment-2", MONTH)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void one_of_fifty_is_told_yes(StoreKind kind) throws Exception {
    Deliveries deliveries = STORES.empty(kind).deliveries();

    assertThat(Crowd.of(50, _ -> () -> deliveries.first("comment-1", MONTH)))
        .containsOnlyOnce(true)
        .hasSize(50);
  }

  @ParameterizedTest
  @EnumSource
  void what_may_be_forgotten_is_first_again_whether_or_not_it_was_deleted(StoreKind kind)
      throws Exception {
    Deliveries deliveries = STORES.empty(kind).deliveries();
    deliveries.first("comment-1", MONTH);

    STORES.pass(MONTH.minusSeconds(1));
    assertThat(deliveries.first("comment-1", MONTH)).isFalse();
    STORES.pass(Duration.ofSeconds(1));
    assertThat(deliveries.first("comment-1", MONTH)).isTrue();
    assertThat(deliveries.first("comment-1", MONTH)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void a_key_given_back_can_be_claimed_again(StoreKind kind) throws Exception {
    Deliveries deliveries = STORES.empty(kind).deliveries();
    deliveries.first("comment-1", MONTH);

    deliveries.forget("comment-1");
    deliveries.forget("never-claimed");

    assertThat(deliveries.first("comment-1", MONTH)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void keys_of_any_length_and_form_are_told_apart(StoreKind kind) throws Exception {
    Deliveries deliveries = STORES.empty(kind).deliveries();
    String stem = "../ä\u0000".repeat(2_000);

    assertThat(deliveries.first(stem + "1", MONTH)).isTrue();
    assertThat(deliveries.first(stem + "2", MONTH)).isTrue();
    assertThat(deliveries.first(stem + "1", MONTH)).isFalse();
  }

  @Test
  void the_table_may_delete_it_once_it_has_ended_and_not_before() throws Exception {
    String table = STORES.table();
    Store.inTable(STORES.client(), table, () -> BothStores.START)
        .deliveries()
        .first("comment-1", MONTH);

    assertThat(STORES.client().scan(request -> request.tableName(table)).items())
        .singleElement()
        .extracting((Map<String, AttributeValue> item) -> Long.parseLong(item.get("expires").n()))
        .isEqualTo(BothStores.START.plus(MONTH).getEpochSecond() + 1);
  }
}
