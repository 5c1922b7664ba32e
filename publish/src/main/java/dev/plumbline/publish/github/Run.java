package dev.plumbline.publish.github;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.publish.github.IssueTracker.Closing;
import dev.plumbline.publish.github.Lifecycle.Known;
import dev.plumbline.publish.github.Outcome.Action;
import dev.plumbline.publish.github.Outcome.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One run over one repository. Used once, by one thread. */
final class Run {

  private final IssueTracker tracker;
  private final GitHubSettings settings;
  private final Lifecycle lifecycle;
  private final IssueText text;
  private final MarkerKey key;
  private final Report report;
  private final Set<String> configured;
  private final List<Result> results = new ArrayList<>();
  private final List<StackReport> overflow = new ArrayList<>();
  private int opened;

  Run(
      IssueTracker tracker,
      GitHubSettings settings,
      MarkerKey key,
      Report report,
      Set<String> configured) {
    this.tracker = tracker;
    this.settings = settings;
    this.lifecycle = new Lifecycle(key, settings.baseline());
    this.text = new IssueText(key, settings.labels());
    this.key = key;
    this.report = report;
    this.configured =
        configured.stream().map(Marker::identity).collect(Collectors.toUnmodifiableSet());
  }

  Outcome publish() throws IOException {
    OwnIssues own = OwnIssues.among(tracker.issues(), tracker.login(), key);
    for (StackReport stack : report.stacks()) {
      Optional<Known> known = Optional.ofNullable(own.stacks().get(Marker.identity(stack.stack())));
      attempt(stack.stack(), () -> carryOut(lifecycle.decide(stack, known), stack, known));
    }
    for (Map.Entry<String, Known> issue : own.stacks().entrySet()) {
      if (!configured.isEmpty() && !configured.contains(issue.getKey())) {
        attempt(issue.getKey(), () -> retire(issue.getKey(), issue.getValue().issue()));
      }
    }
    Summarised summarised = new Summarised(tracker, text, report, configured);
    attempt("", () -> summarised.bringTo(overflow, own).ifPresent(results::add));
    results.addAll(own.ignored());
    return new Outcome(results);
  }

  /** Something to be done that may fail without stopping the rest. */
  private interface Work {
    void carryOut() throws IOException;
  }

  private void attempt(String stack, Work work) {
    try {
      work.carryOut();
    } catch (IOException e) {
      Trouble trouble = Trouble.of(e, settings.repository());
      results.add(
          new Result(stack, Action.FAILED, "", trouble.why() + ". " + trouble.action(), "", ""));
    }
  }

  private void carryOut(Step step, StackReport stack, Optional<Known> known) throws IOException {
    Draft draft = text.stack(report, stack, lifecycle.memory(stack, known));
    switch (step) {
      case Step.Open _ -> open(stack, draft);
      case Step.Baseline _ -> baseline(stack, draft, known);
      case Step.Rewrite(String comment, String note) -> {
        TrackedIssue issue = known.orElseThrow().issue();
        tracker.rewrite(issue, draft);
        if (!comment.isEmpty()) {
          tracker.comment(issue, comment);
        }
        add(stack, Action.UPDATED, issue, note, draft);
      }
      case Step.Reopen _ -> {
        TrackedIssue issue = known.orElseThrow().issue();
        tracker.rewrite(issue, draft);
        tracker.reopen(issue);
        tracker.comment(issue, "The drift is there (again), so this issue is open again.");
        add(stack, Action.REOPENED, issue, "", draft);
      }
      case Step.Close _ -> {
        TrackedIssue issue = known.orElseThrow().issue();
        tracker.rewrite(issue, draft);
        tracker.comment(issue, "No drift any more, and everything that had drifted was read.");
        tracker.close(issue, Closing.COMPLETED);
        add(stack, Action.CLOSED, issue, "", draft);
      }
      case Step.Leave(String why) ->
          results.add(
              new Result(
                  stack.stack(),
                  Action.LEFT,
                  known.map(each -> each.issue().url()).orElse(""),
                  why,
                  "",
                  ""));
    }
  }

  private void open(StackReport stack, Draft draft) throws IOException {
    if (opened >= settings.maxNewIssues()) {
      overflow.add(stack);
      String note = "more than %d new issues in this run".formatted(settings.maxNewIssues());
      results.add(new Result(stack.stack(), Action.SUMMARISED, "", note, "", ""));
      return;
    }
    opened++;
    add(stack, Action.CREATED, tracker.create(draft), "", draft);
  }

  /** A baseline opens what it closes at once, so it notifies watchers, but asks nobody to act. */
  private void baseline(StackReport stack, Draft draft, Optional<Known> known) throws IOException {
    TrackedIssue issue;
    if (known.isPresent()) {
      issue = known.get().issue();
      tracker.rewrite(issue, draft);
    } else {
      issue = tracker.create(draft);
    }
    tracker.close(issue, Closing.NOT_PLANNED);
    add(stack, Action.BASELINED, issue, "taken as known until it changes", draft);
  }

  private void retire(String stack, TrackedIssue issue) throws IOException {
    if (issue.open()) {
      tracker.comment(
          issue, "This stack is no longer in Plumbline's configuration, so it is not scanned.");
      tracker.close(issue, Closing.COMPLETED);
      results.add(
          new Result(
              stack, Action.CLOSED, issue.url(), "the stack left the configuration", "", ""));
    }
  }

  private void add(StackReport stack, Action action, TrackedIssue issue, String note, Draft draft) {
    results.add(new Result(stack.stack(), action, issue.url(), note, draft.title(), draft.body()));
  }
}
