package dev.plumbline.publish.github;

import dev.plumbline.engine.Report;
import dev.plumbline.publish.PublishException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/**
 * Keeps one issue per stack in one repository: created, brought up to date in place, closed when
 * the drift is gone and everything was read, opened again when it is back. Issues are found again
 * by the number the ledger remembers and by a signed marker in their body, and only where our own
 * login wrote them. Thread-safe.
 */
public final class GitHubIssues {

  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final GitHubSettings settings;
  private final MarkerKey key;
  private final Ledger ledger;
  private final Patience.Sleep sleep;

  /** Finds issues by their marker alone. */
  public GitHubIssues(GitHubSettings settings, MarkerKey key) {
    this(settings, key, new Ledger.None());
  }

  public GitHubIssues(GitHubSettings settings, MarkerKey key, Ledger ledger) {
    this(settings, key, ledger, Thread::sleep);
  }

  GitHubIssues(GitHubSettings settings, MarkerKey key, Ledger ledger, Patience.Sleep sleep) {
    this.settings = settings;
    this.key = key;
    this.ledger = ledger;
    this.sleep = sleep;
  }

  /**
   * Brings the issues to the report. A stack whose issue fails is in the outcome and does not stop
   * the others.
   *
   * @param report a whole scan of its stacks: a report filtered by address would close issues of
   *     what it did not look at
   * @param configured every stack of the configuration, so that the issue of one that left it is
   *     closed; empty where that is not known
   * @throws PublishException where the repository or the token cannot be used at all
   */
  public Outcome publish(Report report, Set<String> configured) throws PublishException {
    return publish(report, configured, _ -> Background.NONE);
  }

  /** The same, with what else is known of each stack. */
  public Outcome publish(Report report, Set<String> configured, Background.Source backgrounds)
      throws PublishException {
    return publish(report, configured, Set.of(), backgrounds);
  }

  /**
   * Ends a run in which each stack was published on its own: the summary issue, and the issues of
   * stacks that left the configuration.
   *
   * @param overflow a scan of the stacks that may have no issue of their own
   * @param settled stacks that were read and are not to stand in the summary issue any more
   */
  public Outcome conclude(
      Report overflow, Set<String> configured, Set<String> settled, Background.Source backgrounds)
      throws PublishException {
    return publish(overflow, configured, settled, backgrounds);
  }

  private Outcome publish(
      Report report, Set<String> configured, Set<String> settled, Background.Source backgrounds)
      throws PublishException {
    try {
      IssueTracker tracker = tracker(settings, sleep);
      Ledger known = settings.dryRun() ? new Ledger.None() : ledger;
      StackIssues issues =
          new StackIssues(
              settings.dryRun() ? new DryRunTracker(tracker) : tracker,
              settings,
              key,
              known,
              report,
              backgrounds);
      return new Run(issues, configured, settled).publish();
    } catch (IOException e) {
      throw Trouble.of(e, settings.repository())
          .toException("Reading the issues of " + settings.repository(), e);
    }
  }

  /** The issue that would be opened for each drifted stack, without asking GitHub anything. */
  public static Outcome preview(Report report, MarkerKey key) {
    return Preview.of(report, key);
  }

  static IssueTracker tracker(GitHubSettings settings, Patience.Sleep sleep) {
    Patience patience = new Patience(settings.patience(), InstantSource.system(), sleep);
    return new RepositoryIssues(
        () -> client(settings, patience), settings.repository(), settings.appSlug());
  }

  private static GitHub client(GitHubSettings settings, Patience patience) throws IOException {
    GitHubBuilder builder =
        new GitHubBuilder()
            .withEndpoint(settings.endpoint().toString())
            .withConnector(new Connection(ANSWER))
            .withRateLimitHandler(patience.primary())
            .withAbuseLimitHandler(patience.secondary());
    // With a user's token the library asks whose it is, which an app may not ask.
    return settings.appSlug().isPresent()
        ? builder.withAppInstallationToken(settings.token()).build()
        : builder.withOAuthToken(settings.token()).build();
  }
}
