package dev.plumbline.wiring.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.store.StackRecord.Issue;
import dev.plumbline.wiring.work.FakeStacks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsCheckTest {

  /** When the fake's stacks were scanned. */
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final FakeStacks stacks = new FakeStacks().with("shop", new Issue("acme/infra", 1));

  @Test
  void a_stack_that_was_scanned_lately_is_well() throws Exception {
    assertThat(look(Duration.ofDays(3)))
        .isEqualTo(new Outcome.Ok("1 stacks were scanned and read, the last 3 days ago."));
  }

  @Test
  void a_stack_that_was_not_scanned_for_more_than_a_week_is_named() throws Exception {
    assertThat(((Outcome.Warn) look(Duration.ofDays(9))).faults().getFirst().what())
        .isEqualTo("shop was last scanned 9 days ago.");
  }

  @Test
  void a_store_that_remembers_nothing_is_told() throws Exception {
    stacks.records.clear();

    assertThat(look(Duration.ZERO)).isInstanceOf(Outcome.Warn.class);
  }

  @Test
  void without_a_store_there_is_nothing_to_look_at() throws Exception {
    assertThat(new RunsCheck(Optional.empty(), InstantSource.fixed(NOON)).look())
        .isInstanceOf(Outcome.Skipped.class);
  }

  private Outcome look(Duration later) throws Exception {
    return new RunsCheck(Optional.of(() -> stacks), InstantSource.fixed(NOON.plus(later))).look();
  }
}
