package dev.plumbline.wiring.events;

import static dev.plumbline.wiring.events.Watched.JOBS;
import static dev.plumbline.wiring.events.Watched.NOON;
import static dev.plumbline.wiring.events.Watched.ORDERS;
import static dev.plumbline.wiring.events.Watched.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is delivered, however often and in whatever order: nothing lost, nothing told twice. */
class EventBatchTest {

  private static final Instant EARLIER = NOON.minusSeconds(90);
  private static final Instant LATER = NOON.minusSeconds(60);

  private final Watched watched = new Watched();

  EventBatchTest() throws Exception {}

  @Test
  void what_drifts_is_told_with_who_did_it_by_what_with_which_call_and_when() throws Exception {
    watched.drift(ORDERS, "sha256:a");

    assertThat(watched.happens(set("orders", "ana", LATER))).isEmpty();

    assertThat(watched.known(ORDERS).cause())
        .contains(new Cause("ana (role Admin)", "SetQueueAttributes", LATER, "cli"));
    assertThat(watched.known(JOBS).status()).isEqualTo(Status.IN_SYNC);
    assertThat(watched.known().fingerprint()).isEqualTo(Watched.print("sha256:a"));
    assertThat(watched.told.alerts()).hasSize(1);
    assertThat(watched.read).containsExactly(Set.of(ORDERS));
  }

  @Test
  void the_same_again_and_older_ones_behind_it_are_neither_read_nor_told() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    watched.happens(set("orders", "ana", LATER));

    watched.happens(set("orders", "ana", LATER), set("orders", "ana", LATER));
    watched.happens(set("orders", "bob", EARLIER));

    assertThat(watched.read).hasSize(1);
    assertThat(watched.told.alerts()).hasSize(1);
    assertThat(watched.known(ORDERS).cause().orElseThrow().principal()).startsWith("ana");
  }

  @Test
  void the_last_before_the_drift_was_seen_caused_it_in_whatever_order_it_is_told()
      throws Exception {
    watched.drift(ORDERS, "sha256:a");
    watched.happens(set("orders", "bob", EARLIER));
    assertThat(watched.known(ORDERS).cause().orElseThrow().principal()).startsWith("bob");

    watched.happens(set("orders", "ana", LATER));
    watched.now = NOON.plusSeconds(600);
    watched.happens(set("orders", "eve", NOON.plusSeconds(500)));

    assertThat(watched.known(ORDERS).cause().orElseThrow().principal()).startsWith("ana");
    assertThat(watched.told.alerts()).hasSize(1);
  }

  @Test
  void a_thousand_events_of_one_resource_are_one_reading() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      events.add(set("orders", "ana" + i, NOON.minusSeconds(1_100 - i)));
    }
    Collections.shuffle(events, new Random(7));

    assertThat(watched.happens(events.toArray(String[]::new))).isEmpty();

    assertThat(watched.read).containsExactly(Set.of(ORDERS));
    assertThat(watched.known(ORDERS).cause().orElseThrow().principal()).startsWith("ana999 ");
  }

  @Test
  void a_poisonous_message_comes_again_alone() throws Exception {
    watched.drift(ORDERS, "sha256:a");

    assertThat(watched.happens("{", set("orders", "ana", LATER), "{\"detail\":{}}"))
        .containsExactly("m0", "m2");

    assertThat(watched.told.alerts()).hasSize(1);
  }

  @Test
  void what_ended_before_it_was_told_is_told_by_the_next_delivery() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    watched.told.breakDown(true);
    assertThat(watched.happens(set("orders", "ana", LATER))).containsExactly("m0");
    watched.told.breakDown(false);

    assertThat(redelivered(set("orders", "ana", LATER))).isEmpty();

    assertThat(watched.told.alerts()).hasSize(1);
  }

  @Test
  void what_ended_after_it_was_told_is_not_told_again() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    watched.memory.crash();
    assertThat(watched.happens(set("orders", "ana", LATER))).containsExactly("m0");
    assertThat(watched.told.alerts()).hasSize(1);

    assertThat(redelivered(set("orders", "ana", LATER))).isEmpty();
    watched.happens(set("orders", "ana", LATER));

    assertThat(watched.told.alerts()).hasSize(1);
    assertThat(watched.read).hasSize(2);
  }

  @Test
  void what_was_put_right_meanwhile_is_told_where_the_drift_was() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    watched.happens(set("orders", "ana", EARLIER));
    watched.inSync(ORDERS);
    watched.now = NOON.plusSeconds(60);

    watched.happens(set("orders", "ana", NOON.plusSeconds(10)));

    assertThat(watched.known(ORDERS).status()).isEqualTo(Status.IN_SYNC);
    assertThat(watched.known().summary().drifted()).isZero();
  }

  @Test
  void what_was_readable_and_is_not_is_read_again_and_known_drift_stays() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    watched.happens(set("orders", "ana", EARLIER));
    watched.unreadable(ORDERS);
    watched.now = NOON.plusSeconds(60);

    assertThat(watched.happens(set("orders", "bob", NOON.plusSeconds(10)))).containsExactly("m0");

    assertThat(watched.known(ORDERS).status()).isEqualTo(Status.DRIFTED);
  }

  private List<String> redelivered(String event) {
    return watched.delivered(2, Duration.ofMinutes(5), event);
  }
}
