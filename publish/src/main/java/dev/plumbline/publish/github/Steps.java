package dev.plumbline.publish.github;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.publish.github.IssueTracker.Closing;
import dev.plumbline.publish.github.Lifecycle.Known;
import dev.plumbline.publish.github.Outcome.Action;
import dev.plumbline.publish.github.Outcome.Result;
import java.io.IOException;
import java.util.Optional;

/** Carries out what was decided for stacks' issues. Used by one thread. */
final class Steps {

  private final IssueTracker tracker;
  private final int most;
  private final Openings openings;
  private boolean full;

  /**
   * @param most how many issues may be opened in all
   * @param openings counts them
   */
  Steps(IssueTracker tracker, int most, Openings openings) {
    this.tracker = tracker;
    this.most = most;
    this.openings = openings;
    this.full = most == 0;
  }

  /** Whether it is known that no more issues may be opened. */
  boolean isFull() {
    return full;
  }

  /** Carries it out, and says what was done. */
  Result carryOut(Step step, StackReport stack, Draft draft, Optional<Known> known)
      throws IOException {
    return switch (step) {
      case Step.Open _ -> open(stack, draft);
      case Step.Baseline _ -> baseline(stack, draft, known);
      case Step.Rewrite(String comment, String note) -> {
        TrackedIssue issue = known.orElseThrow().issue();
        tracker.rewrite(issue, draft);
        if (!comment.isEmpty()) {
          tracker.comment(issue, comment);
        }
        yield result(stack, Action.UPDATED, issue, note, draft);
      }
      case Step.Reopen _ -> {
        TrackedIssue issue = known.orElseThrow().issue();
        // First open, then remember the drift: the other way round, a run that dies in between
        // leaves what looks like an issue that somebody closed.
        tracker.reopen(issue);
        tracker.rewrite(issue, draft);
        tracker.comment(
            issue, "There is something to be seen to again, so this issue is open again.");
        yield result(stack, Action.REOPENED, issue, "", draft);
      }
      case Step.Close _ -> {
        TrackedIssue issue = known.orElseThrow().issue();
        tracker.rewrite(issue, draft);
        tracker.comment(issue, "No drift any more, and everything that had drifted was read.");
        tracker.close(issue, Closing.COMPLETED);
        yield result(stack, Action.CLOSED, issue, "", draft);
      }
      case Step.Leave leave -> left(stack, known, leave);
    };
  }

  private Result open(StackReport stack, Draft draft) throws IOException {
    full = full || !openings.take();
    if (full) {
      return summarised(stack);
    }
    return result(stack, Action.CREATED, tracker.create(draft), "", draft);
  }

  Result summarised(StackReport stack) {
    String note = "more than %d new issues in this run".formatted(most);
    return new Result(stack.stack(), Action.SUMMARISED, "", note, "", "");
  }

  /** A baseline opens what it closes at once, so it notifies watchers, but asks nobody to act. */
  private Result baseline(StackReport stack, Draft draft, Optional<Known> known)
      throws IOException {
    TrackedIssue issue;
    if (known.isPresent()) {
      issue = known.get().issue();
      tracker.rewrite(issue, draft);
    } else {
      issue = tracker.create(draft);
    }
    tracker.close(issue, Closing.NOT_PLANNED);
    return result(stack, Action.BASELINED, issue, "taken as known until it changes", draft);
  }

  static Result left(StackReport stack, Optional<Known> known, Step.Leave leave) {
    String url = known.map(each -> each.issue().url()).orElse("");
    return new Result(stack.stack(), Action.LEFT, url, leave.why(), "", "");
  }

  private static Result result(
      StackReport stack, Action action, TrackedIssue issue, String note, Draft draft) {
    return new Result(
        stack.stack(), action, issue.url(), note, draft.title(), draft.body(), issue.number());
  }
}
