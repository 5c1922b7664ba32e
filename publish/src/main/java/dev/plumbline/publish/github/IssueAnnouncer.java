package dev.plumbline.publish.github;

import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.Lifecycle.Known;
import dev.plumbline.publish.github.RemediationNews.Gap;
import dev.plumbline.publish.github.RemediationNews.Stage;
import dev.plumbline.publish.render.MarkdownReport;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells on a stack's issue where its remediation stands: a comment for what people wait for or have
 * to decide, once each, and the section of the body. Telling the same again changes nothing.
 * Thread-safe.
 */
public final class IssueAnnouncer {

  /** GitHub takes a little more; the marker stands before it. */
  private static final int COMMENT = MarkdownReport.GITHUB_LIMIT - 500;

  private static final int PLAN = 40_000;

  private static final Set<Stage> WORTH_A_COMMENT =
      EnumSet.of(
          Stage.AWAITING_APPROVAL,
          Stage.DONE,
          Stage.FAILED,
          Stage.REJECTED,
          Stage.EXPIRED,
          Stage.SUPERSEDED);

  private final GitHubSettings settings;
  private final MarkerKey key;
  private final Ledger ledger;
  private final Patience.Sleep sleep;

  public IssueAnnouncer(GitHubSettings settings, MarkerKey key, Ledger ledger) {
    this(settings, key, ledger, Thread::sleep);
  }

  IssueAnnouncer(GitHubSettings settings, MarkerKey key, Ledger ledger, Patience.Sleep sleep) {
    this.settings = settings;
    this.key = key;
    this.ledger = ledger;
    this.sleep = sleep;
  }

  /**
   * Tells it.
   *
   * @return the issue's number; empty where the stack has no issue, so that nothing was told
   */
  public OptionalInt announce(RemediationNews news) throws PublishException {
    IssueTracker tracker = GitHubIssues.tracker(settings, sleep);
    try {
      return switch (ledger) {
        case Ledger.None _ -> announce(news, Optional.empty(), tracker);
        case Ledger.Shared shared -> announce(news, shared, tracker);
        case Ledger.InRun(Ledger.Shared shared, _) -> announce(news, shared, tracker);
      };
    } catch (IOException e) {
      throw Trouble.of(e, settings.repository())
          .toException("Writing on the issue of %s".formatted(news.stack()), e);
    }
  }

  private OptionalInt announce(RemediationNews news, Ledger.Shared shared, IssueTracker tracker)
      throws IOException {
    return shared
        .turns()
        .alone(
            StackIssues.turn(news.stack()),
            () -> announce(news, shared.stacks().find(news.stack()), tracker));
  }

  private OptionalInt announce(
      RemediationNews news, Optional<StackRecord> stored, IssueTracker tracker) throws IOException {
    Optional<Known> known =
        new IssueFinder(tracker, key, settings.repository()).find(news.stack(), stored);
    if (known.isEmpty()) {
      return OptionalInt.empty();
    }
    TrackedIssue issue = known.get().issue();
    body(tracker, known.get(), news);
    if (isWorthAComment(news) && !isTold(tracker, issue, news)) {
      tracker.comment(issue, NewsMarker.line(news, key) + RemediationText.of(news, COMMENT, PLAN));
    }
    return OptionalInt.of(issue.number());
  }

  /** That the code is being looked at, as after each scan, is nothing to decide on. */
  private static boolean isWorthAComment(RemediationNews news) {
    boolean looking =
        news.stage() == Stage.DONE
            && news.accepted().filter(each -> each.gap() == Gap.ASKED).isPresent();
    return WORTH_A_COMMENT.contains(news.stage()) && !looking;
  }

  /** An issue that was closed before the code was looked at is opened again for what is left. */
  private void body(IssueTracker tracker, Known known, RemediationNews news) throws IOException {
    TrackedIssue issue = known.issue();
    String before = known.memory().fingerprint();
    boolean held = news.accepted().isPresent() && !before.endsWith(" " + news.hold());
    String body =
        RemediationSection.replaced(issue.body(), RemediationSection.of(Optional.of(news)));
    if (held) {
      body = holding(known, news).replacedIn(body, key);
      if (!issue.open()) {
        tracker.reopen(issue);
      }
    }
    if (!body.equals(issue.body()) && body.length() <= MarkdownReport.GITHUB_LIMIT) {
      tracker.body(issue, body);
    }
  }

  /** Remembers what keeps it open, so that whoever closes it from now on has seen that. */
  private static Marker holding(Known known, RemediationNews news) {
    Memory memory = known.memory();
    Memory holding =
        new Memory(memory.known(), memory.fingerprint() + " " + news.hold(), memory.items());
    return new Marker(Marker.Kind.STACK, Marker.identity(news.stack()), holding);
  }

  private boolean isTold(IssueTracker tracker, TrackedIssue issue, RemediationNews news)
      throws IOException {
    return NewsMarker.isIn(tracker.comments(issue, news.requestedAt()), news, key);
  }
}
