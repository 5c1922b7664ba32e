package dev.plumbline.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Receipts.Receipt;
import dev.plumbline.engine.store.Receipts.Status;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.wiring.store.RequestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RequestStoreTest {

  @RegisterExtension static final BothStores STORES = new BothStores();

  private static final Instant NOW = BothStores.START;
  private static final Actor ANA = new Actor(Actor.Realm.AWS, "ana@acme.example");

  private final String table = STORES.table();
  private final RequestStore store = RequestStore.inTable(STORES.client(), table);

  private static Scans.Entry scan(String id) {
    return new Scans.Entry(
        id,
        new LinkedHashSet<>(List.of("net/prod", "a")),
        true,
        ANA,
        NOW,
        Scans.Phase.QUEUED,
        NOW,
        "",
        "");
  }

  private static Receipt receipt(String id, String digest) {
    return new Receipt(id, digest, "net/prod", "revert", ANA, NOW, Status.RECEIVED, "", NOW);
  }

  @Test
  void a_scan_comes_back_as_it_was_written() throws Exception {
    store.scans().add(scan("one"));
    assertThat(store.scans().find("one")).contains(scan("one"));
    assertThat(store.scans().find("two")).isEmpty();
  }

  @Test
  void a_scan_goes_from_queued_to_its_one_end() throws Exception {
    store.scans().add(scan("one"));
    assertThat(store.scans().began("one", NOW.plusSeconds(1))).isTrue();
    store.scans().add(scan("one"));
    assertThat(store.scans().find("one").orElseThrow().phase()).isEqualTo(Scans.Phase.RUNNING);
    assertThat(store.scans().began("one", NOW.plusSeconds(2))).isTrue();
    store.scans().done("one", "s3://r/1", NOW.plusSeconds(3));
    store.scans().failed("one", "late", NOW.plusSeconds(4));
    assertThat(store.scans().began("one", NOW.plusSeconds(5))).isFalse();
    Scans.Entry done = store.scans().find("one").orElseThrow();
    assertThat(done)
        .isEqualTo(scan("one").to(Scans.Phase.DONE, NOW.plusSeconds(3), "s3://r/1", ""));
  }

  @Test
  void what_nobody_asked_for_does_not_run() throws Exception {
    assertThat(store.scans().began("unknown", NOW)).isFalse();
    store.scans().failed("unknown", "why", NOW);
    store.receipts().move("unknown", Status.DONE, "", NOW);
    assertThat(store.scans().find("unknown")).isEmpty();
    assertThat(store.receipts().find("unknown")).isEmpty();
  }

  @Test
  void of_fifty_receipts_under_one_id_one_is_kept_and_shown_to_all() throws Exception {
    List<Receipt> kept =
        Crowd.of(50, i -> () -> store.receipts().add(receipt("one", "digest " + i)));
    assertThat(kept).hasSize(50).containsOnly(store.receipts().find("one").orElseThrow());
  }

  @Test
  void a_receipt_only_moves_forward() throws Exception {
    store.receipts().add(receipt("one", "d"));
    store.receipts().move("one", Status.TAKEN, "A plan is being made.", NOW);
    store.receipts().move("one", Status.QUEUED, "", NOW);
    assertThat(store.receipts().find("one").orElseThrow().text())
        .isEqualTo("A plan is being made.");
    store.receipts().move("one", Status.REFUSED, "Nobody may.", NOW);
    store.receipts().move("one", Status.DONE, "It was done.", NOW);
    assertThat(store.receipts().find("one").orElseThrow().status()).isEqualTo(Status.REFUSED);
  }

  @Test
  void the_table_may_delete_both_after_thirty_days_however_often_they_moved() throws Exception {
    store.scans().add(scan("one"));
    store.scans().done("one", "", NOW.plus(Duration.ofDays(9)));
    store.receipts().add(receipt("one", "d"));
    assertThat(STORES.client().scan(request -> request.tableName(table)).items())
        .hasSize(2)
        .extracting((Map<String, AttributeValue> item) -> Long.parseLong(item.get("expires").n()))
        .containsOnly(NOW.plus(Duration.ofDays(30)).getEpochSecond() + 1);
  }
}
