package dev.plumbline.wiring.events;

import static dev.plumbline.wiring.events.Watched.NOON;
import static dev.plumbline.wiring.events.Watched.ORDERS;
import static dev.plumbline.wiring.events.Watched.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be looked at yet waits on the queue, and is looked at in the end. */
class WaitingTest {

  private static final Instant BEFORE = NOON.minusSeconds(60);
  private static final Duration FIVE = Duration.ofMinutes(5);

  private final Watched watched = new Watched();

  WaitingTest() throws Exception {}

  @Test
  void a_deployment_is_left_alone_until_it_has_changed_nothing_for_two_minutes() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    String event = set("orders", "ci", "deploy", BEFORE);

    assertThat(watched.happens(event)).isEmpty();
    assertThat(watched.queued.values()).containsExactly(Duration.ofSeconds(60));
    assertThat(watched.read).isEmpty();

    watched.now = NOON.plusSeconds(61);
    assertThat(watched.happens(again())).isEmpty();
    assertThat(watched.told.alerts()).hasSize(1);
    assertThat(watched.known(ORDERS).cause().orElseThrow().principal()).startsWith("ci ");
  }

  @Test
  void a_locked_state_is_waited_for_longer_each_time_and_read_when_it_is_free() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    watched.status = StackStatus.DEFERRED;
    String event = set("orders", "ana", BEFORE);
    for (int seconds : List.of(30, 60, 120, 240, 480, 900, 900)) {
      watched.queued.clear();
      assertThat(watched.happens(event)).isEmpty();
      assertThat(watched.queued.values()).containsExactly(Duration.ofSeconds(seconds));
      event = again();
    }
    assertThat(watched.told.alerts()).isEmpty();
    watched.status = StackStatus.SCANNED;

    assertThat(watched.happens(event)).isEmpty();

    assertThat(watched.known(ORDERS).cause().orElseThrow().principal()).startsWith("ana ");
    assertThat(watched.told.alerts()).hasSize(1);
  }

  @Test
  void a_lock_that_is_never_given_back_is_told_in_the_end() {
    watched.status = StackStatus.DEFERRED;
    String event = set("orders", "ana", BEFORE);
    int waits = 0;
    while (watched.happens(event).isEmpty()) {
      event = again();
      watched.queued.clear();
      waits++;
    }
    assertThat(waits).isEqualTo(40);
  }

  @Test
  void without_time_for_it_a_stack_waits_and_has_not_failed() throws Exception {
    watched.drift(ORDERS, "sha256:a");

    assertThat(watched.delivered(1, Duration.ofSeconds(79), set("orders", "ana", BEFORE)))
        .isEmpty();
    assertThat(watched.read).isEmpty();
    assertThat(watched.happens(again())).isEmpty();

    assertThat(watched.told.alerts()).hasSize(1);
  }

  @Test
  void what_may_be_half_done_is_told_though_it_waited_in_between() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    watched.told.breakDown(true);
    assertThat(watched.happens(set("orders", "ana", BEFORE))).containsExactly("m0");
    watched.told.breakDown(false);
    watched.status = StackStatus.DEFERRED;
    assertThat(watched.delivered(2, FIVE, set("orders", "ana", BEFORE))).isEmpty();
    watched.status = StackStatus.SCANNED;

    assertThat(watched.happens(again())).isEmpty();

    assertThat(watched.told.alerts()).hasSize(1);
  }

  @Test
  void many_changes_are_put_on_the_queue_in_messages_that_fit() throws Exception {
    watched.status = StackStatus.DEFERRED;
    String[] events = new String[250];
    for (int i = 0; i < events.length; i++) {
      events[i] = set("orders", "ana" + i, BEFORE.plusMillis(i));
    }

    assertThat(watched.happens(events)).isEmpty();

    assertThat(watched.queued.keySet())
        .hasSize(3)
        .allMatch(body -> body.length() < 256_000)
        .allMatch(body -> !body.contains("queueUrl"));
    assertThat(Again.read(watched.queued.keySet().iterator().next()).orElseThrow().touches())
        .hasSize(100);
  }

  private String again() {
    return List.copyOf(watched.queued.keySet()).getLast();
  }
}
