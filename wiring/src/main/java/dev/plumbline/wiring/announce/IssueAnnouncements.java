package dev.plumbline.wiring.announce;

import dev.plumbline.engine.config.Publish;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.GitHubSettings;
import dev.plumbline.publish.github.IssueAnnouncer;
import dev.plumbline.publish.github.Ledger;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.RemediationNews;
import dev.plumbline.remediation.Announcer;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.publish.GitHubAccess;
import dev.plumbline.wiring.publish.PublishOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Tells on each stack's issue where its remediation stands. Thread-safe. */
public final class IssueAnnouncements implements Announcer {

  private static final PublishOptions OPTIONS =
      new PublishOptions(false, false, Duration.ofMinutes(1));

  private final Function<String, Optional<Publish.GitHub>> repositories;
  private final GitHubAccess access;
  private final MarkerKey key;
  private final Ledger ledger;
  private final News news;
  private final Port port;

  /**
   * @param repositories where each stack's issue is kept; empty for a stack that has none
   * @param key signs what is hidden in comments
   */
  public IssueAnnouncements(
      Function<String, Optional<Publish.GitHub>> repositories,
      GitHubAccess access,
      MarkerKey key,
      Ledger ledger,
      News news) {
    this(
        repositories,
        access,
        key,
        ledger,
        news,
        (settings, signing, known, each) ->
            new IssueAnnouncer(settings, signing, known).announce(each));
  }

  IssueAnnouncements(
      Function<String, Optional<Publish.GitHub>> repositories,
      GitHubAccess access,
      MarkerKey key,
      Ledger ledger,
      News news,
      Port port) {
    this.repositories = repositories;
    this.access = access;
    this.key = key;
    this.ledger = ledger;
    this.news = news;
    this.port = port;
  }

  /** The port to {@link IssueAnnouncer}. */
  interface Port {
    void announce(GitHubSettings settings, MarkerKey key, Ledger ledger, RemediationNews news)
        throws PublishException;
  }

  @Override
  public void announce(Remediation remediation) {
    Telling.attempt(
        "on the issue",
        remediation,
        () -> {
          Optional<Publish.GitHub> github = repositories.apply(remediation.stack());
          if (github.isPresent()) {
            GitHubSettings settings = access.settings(github.get(), OPTIONS);
            port.announce(settings, key, ledger, news.of(remediation));
          }
        });
  }
}
