package dev.plumbline.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Duration LONG = Duration.ofMillis(300);

  @Test
  void whoever_is_alone_starts_at_once() throws Exception {
    Turns turns = new Turns(1, 3, Duration.ofHours(1));

    for (int i = 0; i < 3; i++) {
      turns.take().end();
    }
  }

  @Test
  void while_others_are_under_way_a_start_waits_for_its_time() throws Exception {
    Turns turns = new Turns(2, 3, LONG);
    long before = System.nanoTime();
    Turns.Turn first = turns.take();
    Turns.Turn second = turns.take();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(LONG);
    first.end();
    second.end();
  }

  @Test
  void as_long_as_answers_are_few_few_are_under_way() throws Exception {
    assertThat(fits(answered(7))).as("a second, after seven").isFalse();
    assertThat(fits(answered(8))).as("a second, after eight").isTrue();
  }

  @Test
  void where_answers_have_become_slow_fewer_are_under_way() throws Exception {
    Turns turns = answered(8);
    assertThat(fits(turns)).as("a second, while answers are quick").isTrue();

    for (int i = 0; i < 3; i++) {
      Turns.Turn slow = turns.take();
      Thread.sleep(200);
      slow.end();
    }

    assertThat(fits(turns)).as("a second, once they are slow").isFalse();
  }

  @Test
  void a_turn_that_hangs_makes_way_for_two_and_its_end_for_none() throws Exception {
    Turns turns = new Turns(1, 1, Duration.ZERO);
    Turns.Turn hanging = turns.take();
    hanging.hang();

    turns.take();
    hanging.end();
    turns.take();

    assertThat(taking(turns))
        .as("a third beside the two")
        .failsWithin(Duration.ofMillis(100))
        .withThrowableOfType(TimeoutException.class);
  }

  @Test
  void beside_one_that_hangs_a_start_waits_for_its_time() throws Exception {
    Turns turns = new Turns(1, 1, LONG);
    long before = System.nanoTime();
    turns.take().hang();

    turns.take();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(LONG);
  }

  /** One or two at once, after so many answers, each about as quick as another. */
  private static Turns answered(int answers) throws InterruptedException {
    Turns turns = new Turns(1, 2, Duration.ZERO);
    for (int i = 0; i < answers; i++) {
      Turns.Turn turn = turns.take();
      Thread.sleep(50);
      turn.end();
    }
    return turns;
  }

  /** Whether a second fits beside a first. */
  private static boolean fits(Turns turns) throws Exception {
    Turns.Turn first = turns.take();
    CompletableFuture<Turns.Turn> second = taking(turns);
    try {
      second.get(100, TimeUnit.MILLISECONDS).end();
      return true;
    } catch (TimeoutException _) {
      return false;
    } finally {
      first.end();
      second.join().end();
    }
  }

  /** In a thread of its own: it may wait for ever, which a thread of the shared pool must not. */
  private static CompletableFuture<Turns.Turn> taking(Turns turns) {
    return CompletableFuture.supplyAsync(() -> taken(turns), Thread::startVirtualThread);
  }

  private static Turns.Turn taken(Turns turns) {
    try {
      return turns.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
