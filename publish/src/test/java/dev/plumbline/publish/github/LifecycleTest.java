package dev.plumbline.publish.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.github.Lifecycle.Known;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

  private static final ResourceReport DRIFT = Reports.drifted("aws_vpc.a", Severity.LOW);
  private static final StackReport DRIFTED = Reports.stack("prod", DRIFT);
  private static final StackReport CLEAN =
      Reports.stack("prod", Reports.other("aws_vpc.a", Status.IN_SYNC, ""));

  private final Lifecycle lifecycle = new Lifecycle(new MarkerKey(new byte[32]), false);

  private Optional<Known> issue(boolean open, StackReport written) {
    return Optional.of(
        new Known(
            new TrackedIssue(1, "", "bot", open, "", "", Set.of()),
            lifecycle.memory(written, "", Optional.empty())));
  }

  @Test
  void drift_without_an_issue_opens_one() {
    assertThat(lifecycle.decide(DRIFTED, "", Optional.empty())).isEqualTo(new Step.Open());
  }

  @Test
  void the_same_drift_is_rewritten_without_a_comment() {
    assertThat(lifecycle.decide(DRIFTED, "", issue(true, DRIFTED)))
        .isInstanceOfSatisfying(Step.Rewrite.class, step -> assertThat(step.comment()).isEmpty());
  }

  @Test
  void another_drift_is_commented_on() {
    StackReport more = Reports.stack("prod", DRIFT, Reports.drifted("aws_vpc.b", Severity.LOW));
    assertThat(lifecycle.decide(more, "", issue(true, DRIFTED)))
        .isInstanceOfSatisfying(
            Step.Rewrite.class, step -> assertThat(step.comment()).isNotEmpty());
  }

  @Test
  void a_clean_stack_closes_its_issue() {
    assertThat(lifecycle.decide(CLEAN, "", issue(true, DRIFTED))).isEqualTo(new Step.Close());
  }

  @ParameterizedTest
  @EnumSource(names = {"UNREADABLE", "UNSUPPORTED"})
  void what_drifted_and_cannot_be_read_keeps_the_issue_open(Status unread) {
    StackReport stack = Reports.stack("prod", Reports.other("aws_vpc.a", unread, "why"));
    Optional<Known> known = issue(true, DRIFTED);
    assertThat(lifecycle.decide(stack, "", known)).isInstanceOf(Step.Rewrite.class);

    var next = new Known(known.orElseThrow().issue(), lifecycle.memory(stack, "", known));
    assertThat(lifecycle.decide(stack, "", Optional.of(next))).isInstanceOf(Step.Rewrite.class);
    assertThat(lifecycle.decide(CLEAN, "", Optional.of(next))).isEqualTo(new Step.Close());
  }

  @Test
  void what_cannot_be_read_and_never_drifted_does_not_keep_it_open() {
    StackReport stack =
        Reports.stack("prod", Reports.other("aws_vpc.other", Status.UNREADABLE, "why"));
    assertThat(lifecycle.decide(stack, "", issue(true, DRIFTED))).isEqualTo(new Step.Close());
  }

  @Test
  void an_issue_that_remembers_nothing_is_closed_only_when_all_was_read() {
    StackReport stack =
        Reports.stack("prod", Reports.other("aws_vpc.other", Status.UNREADABLE, "why"));
    TrackedIssue open = new TrackedIssue(1, "", "bot", true, "", "", Set.of());
    var known = Optional.of(new Known(open, Memory.unknown()));
    assertThat(lifecycle.decide(stack, "", known)).isInstanceOf(Step.Rewrite.class);
    assertThat(lifecycle.memory(stack, "", known).known()).isFalse();
    assertThat(lifecycle.decide(CLEAN, "", known)).isEqualTo(new Step.Close());
  }

  @ParameterizedTest
  @EnumSource(names = {"DEFERRED", "FAILED"})
  void a_stack_that_was_not_scanned_leaves_its_issue_alone(StackStatus status) {
    assertThat(lifecycle.decide(Reports.unscanned("prod", status), "", issue(true, DRIFTED)))
        .isInstanceOf(Step.Leave.class);
  }

  @Test
  void drift_that_comes_back_opens_the_issue_again() {
    assertThat(lifecycle.decide(DRIFTED, "", issue(false, CLEAN))).isEqualTo(new Step.Reopen());
  }

  @Test
  void drift_closed_by_hand_is_quiet_until_it_changes() {
    assertThat(lifecycle.decide(DRIFTED, "", issue(false, DRIFTED))).isInstanceOf(Step.Leave.class);
    assertThat(lifecycle.decide(DRIFTED, "", issue(false, CLEAN))).isEqualTo(new Step.Reopen());
  }

  @Test
  void a_closed_issue_learns_that_its_drift_is_gone_so_that_it_can_come_back() {
    Optional<Known> closed = issue(false, DRIFTED);
    assertThat(lifecycle.decide(CLEAN, "", closed)).isInstanceOf(Step.Rewrite.class);
    var next = new Known(closed.orElseThrow().issue(), lifecycle.memory(CLEAN, "", closed));
    assertThat(lifecycle.decide(CLEAN, "", Optional.of(next))).isInstanceOf(Step.Leave.class);
    assertThat(lifecycle.decide(DRIFTED, "", Optional.of(next))).isEqualTo(new Step.Reopen());
  }

  @Test
  void a_closed_issue_whose_drift_could_not_be_read_keeps_what_it_knows() {
    StackReport stack = Reports.stack("prod", Reports.other("aws_vpc.a", Status.UNREADABLE, "no"));
    assertThat(lifecycle.decide(stack, "", issue(false, DRIFTED))).isInstanceOf(Step.Leave.class);
  }

  @Test
  void what_was_accepted_keeps_the_issue_open_until_the_code_says_so() {
    Optional<Known> known = issue(true, DRIFTED);
    assertThat(lifecycle.decide(CLEAN, "accepted r1", known)).isInstanceOf(Step.Rewrite.class);
    var held =
        new Known(known.orElseThrow().issue(), lifecycle.memory(CLEAN, "accepted r1", known));
    assertThat(lifecycle.decide(CLEAN, "accepted r1", Optional.of(held)))
        .isInstanceOfSatisfying(Step.Rewrite.class, step -> assertThat(step.comment()).isEmpty());
    assertThat(lifecycle.decide(CLEAN, "", Optional.of(held))).isEqualTo(new Step.Close());
  }

  @Test
  void what_was_accepted_opens_an_issue_that_we_closed_and_none_that_somebody_closed() {
    assertThat(lifecycle.decide(CLEAN, "accepted r1", issue(false, CLEAN)))
        .isEqualTo(new Step.Reopen());
    Optional<Known> closed = issue(false, CLEAN);
    var held =
        new Known(closed.orElseThrow().issue(), lifecycle.memory(CLEAN, "accepted r1", closed));
    assertThat(lifecycle.decide(CLEAN, "accepted r1", Optional.of(held)))
        .isInstanceOf(Step.Leave.class);
  }

  @Test
  void a_baseline_takes_todays_drift_as_known() {
    Lifecycle baseline = new Lifecycle(new MarkerKey(new byte[32]), true);
    assertThat(baseline.decide(DRIFTED, "", Optional.empty())).isEqualTo(new Step.Baseline());
    assertThat(baseline.decide(CLEAN, "", Optional.empty())).isInstanceOf(Step.Leave.class);
  }
}
