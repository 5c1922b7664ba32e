package dev.plumbline.wiring.events;

import static dev.plumbline.wiring.events.Watched.NOON;
import static dev.plumbline.wiring.events.Watched.ORDERS;
import static dev.plumbline.wiring.events.Watched.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is counted of scans that events lead to. */
class PartScanTest {

  private final Watched watched = new Watched();

  PartScanTest() throws Exception {}

  @Test
  void a_drift_is_counted_once_however_often_it_is_read() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    happens(-60);
    happens(10);

    assertThat(watched.counted).hasSize(2);
    assertThat(watched.counted.getFirst().newDrift())
        .extracting(ResourceReport::address)
        .containsExactly(ORDERS);
    assertThat(watched.counted.getLast().newDrift()).isEmpty();
    assertThat(watched.counted.getLast().whole().summary().drifted()).isOne();
    assertThat(watched.counted.getLast().part().throttles()).isEqualTo(7);
  }

  @Test
  void a_drift_that_became_another_is_news() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    happens(-60);
    watched.drift(ORDERS, "sha256:b");
    happens(10);

    assertThat(watched.counted.getLast().newDrift()).hasSize(1);
    assertThat(watched.counted.getLast().whole().summary().drifted()).isOne();
  }

  @Test
  void what_was_told_in_vain_is_counted_and_not_again_when_it_is_told() throws Exception {
    watched.drift(ORDERS, "sha256:a");
    watched.told.breakDown(true);
    happens(-60);
    watched.told.breakDown(false);
    watched.delivered(2, Duration.ofMinutes(5), set("orders", "ana", NOON.minusSeconds(60)));

    assertThat(watched.counted).hasSize(2);
    assertThat(watched.counted.stream().mapToLong(each -> each.newDrift().size()).sum()).isOne();
  }

  @Test
  void what_could_be_read_and_cannot_is_counted() throws Exception {
    watched.unreadable(ORDERS);
    happens(-60);

    assertThat(watched.counted.getFirst().newlyUnreadable()).isOne();
  }

  @Test
  void a_scan_that_met_a_lock_is_counted_too() throws Exception {
    watched.status = StackStatus.DEFERRED;
    happens(-60);

    assertThat(watched.counted.getFirst().part().stack().status()).isEqualTo(StackStatus.DEFERRED);
  }

  private void happens(int seconds) {
    watched.now = NOON.plusSeconds(Math.max(0, seconds) * 6L);
    watched.happens(set("orders", "ana", NOON.plusSeconds(seconds)));
  }
}
