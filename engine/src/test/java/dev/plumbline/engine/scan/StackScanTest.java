package dev.plumbline.engine.scan;

import static dev.plumbline.engine.scan.Bench.found;
import static dev.plumbline.engine.scan.Bench.part;
import static dev.plumbline.engine.scan.Bench.specimen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.state.Address;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Law 5: a change in flight is not drift. */
final class StackScanTest {

  private static final RecordedResource DRIFTING = specimen("a", "{\"text\": \"recorded\"}");

  private final FakeObserve observe =
      new FakeObserve().answering("aws_specimen.a", found("{\"text\": \"observed\"}"));
  private final Bench bench = new Bench(observe);

  @Test
  void a_state_at_rest_is_scanned_and_says_which_version_was_read() {
    StackReport report = bench.scan(DRIFTING);
    assertThat(report.status()).isEqualTo(StackStatus.SCANNED);
    assertThat(report.state()).contains(FakeState.IDENTITY);
    assertThat(report.error()).isEmpty();
    assertThat(report.resources())
        .extracting(ResourceReport::status)
        .containsExactly(Status.DRIFTED);
  }

  @Test
  void a_locked_state_is_deferred_without_being_read() {
    FakeState state = new FakeState(DRIFTING).locked(true);
    StackReport report = bench.scan(state);
    assertThat(report.status()).isEqualTo(StackStatus.DEFERRED);
    assertThat(report.error().orElseThrow().code()).isEqualTo("LOCKED");
    assertThat(report.error().orElseThrow().message()).contains("ana@laptop", "lock-1");
    assertThat(report.error().orElseThrow().action()).contains("--lock-wait");
    assertThat(report.resources()).isEmpty();
    assertThat(report.summary().coverage()).isZero();
    assertThat(state.reads()).isZero();
    assertThat(bench.pauses()).isEmpty();
  }

  @Test
  void a_lock_released_within_the_wait_is_no_matter() {
    FakeState state = new FakeState(DRIFTING).locked(true, true, false);
    assertThat(bench.waiting(Duration.ofMinutes(1)).scan(state).status())
        .isEqualTo(StackStatus.SCANNED);
    assertThat(bench.pauses()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  @Test
  void a_lock_is_looked_at_once_more_when_all_the_wait_has_passed() {
    FakeState state = new FakeState(DRIFTING).locked(true);
    assertThat(bench.waiting(Duration.ofSeconds(12)).scan(state).status())
        .isEqualTo(StackStatus.DEFERRED);
    assertThat(bench.pauses())
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));
  }

  @Test
  void a_wait_shorter_than_the_usual_pause_is_kept() {
    FakeState state = new FakeState(DRIFTING).locked(true, false);
    assertThat(bench.waiting(Duration.ofSeconds(3)).scan(state).status())
        .isEqualTo(StackStatus.SCANNED);
    assertThat(bench.pauses()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void a_lock_taken_while_observing_defers_what_was_seen() {
    StackReport report = bench.scan(new FakeState(DRIFTING).locked(false, true));
    assertThat(report.status()).isEqualTo(StackStatus.DEFERRED);
    assertThat(report.resources()).isEmpty();
  }

  @Test
  void a_state_that_moved_while_observing_is_deferred() {
    StackReport report = bench.scan(new FakeState(DRIFTING).versions("v1", "v2"));
    assertThat(report.status()).isEqualTo(StackStatus.DEFERRED);
    assertThat(report.error()).map(Problem::code).contains("CHANGED_WHILE_READING");
    assertThat(report.resources()).isEmpty();
  }

  @Test
  void a_state_that_moved_while_observing_is_read_again_within_the_wait() {
    FakeState state = new FakeState(DRIFTING).versions("v1", "v2", "v2");
    assertThat(bench.waiting(Duration.ofMinutes(1)).scan(state).status())
        .isEqualTo(StackStatus.SCANNED);
    assertThat(state.reads()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCKED", "CHANGED_WHILE_READING"})
  void a_state_whose_reading_meets_a_change_is_deferred_not_failed(Code code) {
    StateException met = new StateException(code, "it moves", "Scan again.");
    StackReport report = bench.scan(new FakeState(DRIFTING).failing(met));
    assertThat(report.status()).isEqualTo(StackStatus.DEFERRED);
    assertThat(report.error()).contains(new Problem(code.name(), "it moves", "Scan again."));
    assertThat(
            bench
                .waiting(Duration.ofMinutes(1))
                .scan(new FakeState(DRIFTING).failing(met))
                .status())
        .isEqualTo(StackStatus.SCANNED);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LOCKED", "CHANGED_WHILE_READING"},
      mode = EnumSource.Mode.EXCLUDE)
  void a_state_that_cannot_be_read_failed_with_its_code_message_and_action(Code code) {
    StateException failure = new StateException(code, "why", "What to do.");
    StackReport report = bench.scan(new FakeState(DRIFTING).failing(failure));
    assertThat(report.status()).isEqualTo(StackStatus.FAILED);
    assertThat(report.error()).contains(new Problem(code.name(), "why", "What to do."));
    assertThat(report.state()).isEmpty();
    assertThat(report.summary().coverage()).isZero();
  }

  @Test
  void a_deposed_object_is_noted_and_not_compared() {
    RecordedResource deposed =
        new RecordedResource(
            new Address("", "aws_specimen", "a", ""),
            DRIFTING.provider(),
            DRIFTING.attributes(),
            List.of(),
            DRIFTING.identity(),
            Optional.of("1a2b3c4d"),
            false,
            0,
            List.of());
    StackReport report = bench.scan(deposed);
    assertThat(report.resources()).isEmpty();
    assertThat(report.summary().managed()).isZero();
    assertThat(report.notes())
        .singleElement()
        .asString()
        .contains("aws_specimen.a", "1a2b3c4d", "not compared");
  }

  @Test
  void what_was_not_asked_for_still_owns_its_part_of_what_was() {
    RecordedResource owner = specimen("owner", "{\"id\": \"main\", \"set\": []}");
    RecordedResource owned = part("p", "{\"text\": \"main\", \"role\": \"reader\"}");
    observe.answering("aws_specimen.owner", found("{\"set\": [\"reader\"]}"));
    StackReport report =
        bench
            .wanting(each -> each.address().toString().equals("aws_specimen.owner"))
            .scan(owner, owned);
    assertThat(report.resources())
        .extracting(ResourceReport::address, ResourceReport::status)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("aws_specimen.owner", Status.IN_SYNC));
  }

  @Test
  void progress_is_told_the_number_of_resources_then_how_many_were_observed() {
    List<Integer> told = new ArrayList<>();
    FakeState state = new FakeState(DRIFTING, specimen("b", "{}"));
    bench.stackScan().scan(bench.request("main", state), told::add);
    assertThat(told).containsExactly(-2, 2);
  }

  @Test
  void an_interrupted_wait_defers_the_stack() {
    FakeState locked = new FakeState(DRIFTING).locked(true);
    StackScan scan =
        new StackScan(
            observe,
            new Judge(
                bench,
                dev.plumbline.engine.ignore.IgnoreRules.of(
                    List.of(), java.time.LocalDate.of(2026, 3, 1)),
                dev.plumbline.engine.severity.SeverityPolicy.of(List.of()),
                new byte[] {1}),
            bench.clock(),
            _ -> {
              throw new InterruptedException("the test interrupts");
            });
    StackReport report =
        scan.scan(bench.waiting(Duration.ofMinutes(1)).request("main", locked), _ -> {}).report();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.status()).isEqualTo(StackStatus.DEFERRED);
    assertThat(report.error()).map(Problem::code).contains("INTERRUPTED");
  }
}
