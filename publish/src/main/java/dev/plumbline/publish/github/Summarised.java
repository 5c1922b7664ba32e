package dev.plumbline.publish.github;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.publish.Findings;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one issue for stacks that have drift and no issue of their own yet. */
record Summarised(
    IssueTracker tracker,
    IssueText text,
    Report report,
    Set<String> configured,
    Set<String> settled) {

  /** Brings the summary issue to those stacks; empty where there is none and none is needed. */
  Optional<Result> bringTo(List<StackReport> overflow, OwnIssues own) throws IOException {
    SortedMap<String, String> rows = remaining(own);
    overflow.forEach(stack -> rows.put(Marker.identity(stack.stack()), IssueText.row(stack)));
    Set<String> names = rows.keySet().stream().map(Marker::encoded).collect(Collectors.toSet());
    Draft draft = text.summary(new ArrayList<>(rows.values()), Memory.of("", names));
    if (own.summary().isEmpty()) {
      return rows.isEmpty()
          ? Optional.empty()
          : Optional.of(result(Action.CREATED, tracker.create(draft), draft));
    }
    TrackedIssue issue = own.summary().get().issue();
    if (rows.isEmpty()) {
      return close(issue, draft);
    }
    tracker.rewrite(issue, draft);
    if (issue.open()) {
      return Optional.of(result(Action.UPDATED, issue, draft));
    }
    tracker.reopen(issue);
    return Optional.of(result(Action.REOPENED, issue, draft));
  }

  private Optional<Result> close(TrackedIssue issue, Draft draft) throws IOException {
    if (!issue.open()) {
      return Optional.empty();
    }
    tracker.rewrite(issue, draft);
    tracker.close(issue, Closing.COMPLETED);
    return Optional.of(result(Action.CLOSED, issue, draft));
  }

  /** What stood in it before and was not settled by this run. */
  private SortedMap<String, String> remaining(OwnIssues own) {
    Map<String, StackReport> scanned =
        report.stacks().stream()
            .collect(
                Collectors.toMap(
                    stack -> Marker.identity(stack.stack()), stack -> stack, (first, _) -> first));
    SortedMap<String, String> rows = new TreeMap<>();
    for (String token : own.summary().map(Known::memory).map(Memory::items).orElse(Set.of())) {
      Marker.decoded(token)
          .filter(stack -> configured.isEmpty() || configured.contains(stack))
          .filter(stack -> !own.stacks().containsKey(stack))
          .filter(stack -> !settled.contains(stack) && !isSettled(scanned.get(stack)))
          .ifPresent(stack -> rows.put(stack, IssueText.row(stack, "not read in the last run")));
    }
    return rows;
  }

  /** A stack that drifted has its own issue by now, or is in this run's overflow. */
  private static boolean isSettled(@Nullable StackReport stack) {
    if (stack == null) {
      return false;
    }
    Findings findings = Findings.of(stack);
    return !findings.drift().isEmpty() || findings.fullyRead();
  }

  private static Result result(Action action, TrackedIssue issue, Draft draft) {
    return new Result("", action, issue.url(), "summary", draft.title(), draft.body());
  }
}
