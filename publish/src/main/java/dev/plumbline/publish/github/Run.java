package dev.plumbline.publish.github;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.publish.github.IssueTracker.Closing;
import dev.plumbline.publish.github.Lifecycle.Known;
import dev.plumbline.publish.github.Outcome.Action;
import dev.plumbline.publish.github.Outcome.Alarm;
import dev.plumbline.publish.github.Outcome.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.MDC;

/** One run over one repository. Used once, by one thread. */
final class Run {

  private final StackIssues issues;
  private final IssueTracker tracker;
  private final Set<String> configured;
  private final Set<String> settled;
  private final List<Result> results = new ArrayList<>();
  private final List<Alarm> alarms = new ArrayList<>();
  private final List<StackReport> overflow = new ArrayList<>();

  /**
   * @param settled stacks, beside those of the report, that are not to stand in the summary issue
   */
  Run(StackIssues issues, Set<String> configured, Set<String> settled) {
    this.issues = issues;
    this.tracker = issues.tracker;
    this.configured = identities(configured);
    this.settled = identities(settled);
  }

  private static Set<String> identities(Set<String> stacks) {
    return stacks.stream().map(Marker::identity).collect(Collectors.toUnmodifiableSet());
  }

  Outcome publish() throws IOException {
    OwnIssues own = issues.inRun() ? OwnIssues.UNSEEN : issues.listing();
    for (StackReport stack : issues.report.stacks()) {
      try (var _ = MDC.putCloseable(LoggedThreads.STACK, stack.stack())) {
        attempt(stack.stack(), () -> bring(stack, own));
      }
    }
    for (Map.Entry<String, Known> issue : own.stacks().entrySet()) {
      if (!configured.isEmpty() && !configured.contains(issue.getKey())) {
        attempt(issue.getKey(), () -> retire(issue.getKey(), issue.getValue()));
      }
    }
    if (!issues.inRun()) {
      attempt("", () -> summary(own).ifPresent(results::add));
    }
    results.addAll(own.ignored());
    return new Outcome(results, alarms);
  }

  /** Something to be done that may fail without stopping the rest. */
  private interface Work {
    void carryOut() throws IOException;
  }

  private void attempt(String stack, Work work) {
    try {
      work.carryOut();
    } catch (IOException e) {
      Trouble trouble = Trouble.of(e, issues.settings.repository());
      trouble.alarm().ifPresent(alarms::add);
      results.add(
          new Result(stack, Action.FAILED, "", trouble.why() + ". " + trouble.action(), "", ""));
    }
  }

  private void bring(StackReport stack, OwnIssues own) throws IOException {
    Result result = issues.bring(stack, own);
    results.add(result);
    if (result.action() == Action.SUMMARISED) {
      overflow.add(stack);
    }
  }

  private Optional<Result> summary(OwnIssues own) throws IOException {
    if (overflow.isEmpty() && own.summary().isEmpty()) {
      return Optional.empty();
    }
    Summarised summarised =
        new Summarised(tracker, issues.text, issues.report, configured, settled);
    String name = "the summary issue of " + issues.settings.repository();
    return issues.alone(name, () -> summarised.bringTo(overflow, issues.now(own)));
  }

  /** Forgets the drift as well: should the stack come back with the same, that is news. */
  private void retire(String stack, Known known) throws IOException {
    if (!known.issue().open()) {
      return;
    }
    Optional<Result> result = issues.alone(StackIssues.turn(stack), () -> retired(stack, known));
    result.ifPresent(results::add);
  }

  private Optional<Result> retired(String stack, Known known) throws IOException {
    Optional<TrackedIssue> now = issues.now(known.issue()).filter(TrackedIssue::open);
    if (now.isEmpty()) {
      return Optional.empty();
    }
    TrackedIssue issue = now.get();
    Memory forgotten = new Memory(known.memory().known(), "", known.memory().items());
    Marker marker = new Marker(Marker.Kind.STACK, stack, forgotten);
    tracker.body(issue, marker.replacedIn(issue.body(), issues.key));
    tracker.comment(
        issue, "This stack is no longer in Plumbline's configuration, so it is not scanned.");
    tracker.close(issue, Closing.COMPLETED);
    return Optional.of(
        new Result(stack, Action.CLOSED, issue.url(), "the stack left the configuration", "", ""));
  }
}
