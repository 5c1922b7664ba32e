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
import dev.plumbline.wiring.settings.SettingsException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Tells on each stack's issue where its remediation stands. Thread-safe. */
public final class IssueAnnouncements implements Announcer {

  private static final PublishOptions OPTIONS =
      new PublishOptions(false, false, Duration.ofMinutes(1));

  private final Function<String, Optional<Publish.GitHub>> repositories;
  private final GitHubAccess access;
  private final Signing signing;
  private final Ledger ledger;
  private final News news;
  private final Port port;

  /**
   * @param repositories where each stack's issue is kept; empty for a stack that has none
   * @param signing asked when something is told: not before, as a snapshot would hold the key
   */
  public IssueAnnouncements(
      Function<String, Optional<Publish.GitHub>> repositories,
      GitHubAccess access,
      Signing signing,
      Ledger ledger,
      News news) {
    this(
        repositories,
        access,
        signing,
        ledger,
        news,
        (settings, key, known, each) -> new IssueAnnouncer(settings, key, known).announce(each));
  }

  IssueAnnouncements(
      Function<String, Optional<Publish.GitHub>> repositories,
      GitHubAccess access,
      Signing signing,
      Ledger ledger,
      News news,
      Port port) {
    this.repositories = repositories;
    this.access = access;
    this.signing = signing;
    this.ledger = ledger;
    this.news = news;
    this.port = port;
  }

  /** Has the key that signs what is hidden in comments. */
  @FunctionalInterface
  public interface Signing {
    MarkerKey key() throws SettingsException;
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
            port.announce(settings, signing.key(), ledger, news.of(remediation));
          }
        });
  }
}
