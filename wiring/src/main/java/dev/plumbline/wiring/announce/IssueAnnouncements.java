package dev.plumbline.wiring.announce;

import dev.plumbline.engine.config.Publish;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.github.GitHubSettings;
import dev.plumbline.publish.github.IssueAnnouncer;
import dev.plumbline.publish.github.Ledger;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.RemediationNews;
import dev.plumbline.remediation.Announcer;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.publish.GitHubAccess;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells on each stack's issue where its remediation stands. Thread-safe. */
public final class IssueAnnouncements implements Announcer {

  private static final Logger LOG = LoggerFactory.getLogger(IssueAnnouncements.class);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

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
    try {
      Optional<Publish.GitHub> github = repositories.apply(remediation.stack());
      if (github.isPresent()) {
        port.announce(settings(github.get()), key, ledger, news.of(remediation));
      }
    } catch (PublishException e) {
      failed(remediation, e.getMessage() + " " + e.action());
    } catch (SettingsException | IOException e) {
      failed(remediation, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      failed(remediation, e.getClass().getSimpleName());
      LOG.debug("announcing {} failed", remediation.id(), e);
    }
  }

  private GitHubSettings settings(Publish.GitHub to) throws SettingsException, PublishException {
    GitHubAccess.Grant grant = access.to(to);
    return new GitHubSettings(
        grant.endpoint(),
        to.repository(),
        grant.token(),
        grant.appSlug(),
        to.labels(),
        to.maxNewIssuesPerRun(),
        false,
        false,
        PATIENCE);
  }

  private static void failed(Remediation remediation, String why) {
    LOG.error(
        "Telling on the issue of {} that remediation {} is {} failed: {}",
        Plain.line(remediation.stack(), 200),
        Plain.line(remediation.id(), 40),
        remediation.phase(),
        Plain.line(why, 1_000));
  }
}
