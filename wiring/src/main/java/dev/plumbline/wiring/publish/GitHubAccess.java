package dev.plumbline.wiring.publish;

import dev.plumbline.engine.config.Publish;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.AppTokens;
import dev.plumbline.publish.github.GitHubSettings;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.SettingsException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How to get into a repository on GitHub: by a token, or as an app, whose tokens one container
 * shares. Thread-safe.
 */
public final class GitHubAccess {

  private final Secrets secrets;
  private final Optional<String> tokenSecret;
  private final InstantSource clock;
  private final Map<Sign, AppTokens> apps = new ConcurrentHashMap<>();

  /**
   * @param tokenSecret the secret with the token where the configuration names none
   */
  public GitHubAccess(Secrets secrets, Optional<String> tokenSecret, InstantSource clock) {
    this.secrets = secrets;
    this.tokenSecret = tokenSecret;
    this.clock = clock;
  }

  private record Sign(URI endpoint, Publish.App app) {}

  /**
   * What signs requests.
   *
   * @param endpoint the API's address
   * @param appSlug the app's where it is one, whose login is that with {@code [bot]}
   */
  public record Grant(URI endpoint, String token, Optional<String> appSlug) {
    @Override
    public String toString() {
      return "Grant[%s %s]".formatted(endpoint, appSlug);
    }
  }

  /**
   * Into that repository.
   *
   * @throws SettingsException where no token is named, or a secret cannot be read
   * @throws PublishException where GitHub does not take the app
   */
  public Grant to(Publish.GitHub github) throws SettingsException, PublishException {
    URI endpoint = github.baseUrl().map(URI::create).orElse(GitHubSettings.GITHUB);
    if (github.app().isPresent()) {
      Publish.App app = github.app().get();
      // Read here as well: what is wrong with a secret is said as such.
      secrets.value(app.privateKeySecret());
      AppTokens tokens = apps.computeIfAbsent(new Sign(endpoint, app), this::tokens);
      return new Grant(endpoint, tokens.token(), Optional.of(tokens.slug()));
    }
    Optional<String> secret = github.tokenSecret().or(() -> tokenSecret);
    if (secret.isEmpty()) {
      throw new SettingsException(
          "There is no GitHub token for " + github.repository(),
          "Set GITHUB_TOKEN_SECRET_ARN (githubTokenSecret of the CDK app), or publish.github.tokenSecret or publish.github.app in the configuration.");
    }
    return new Grant(endpoint, secrets.value(secret.get()), Optional.empty());
  }

  /**
   * How to work on that repository's issues.
   *
   * @throws SettingsException where no token is named, or a secret cannot be read
   * @throws PublishException where GitHub does not take the app
   */
  public GitHubSettings settings(Publish.GitHub github, PublishOptions options)
      throws SettingsException, PublishException {
    Grant grant = to(github);
    return new GitHubSettings(
        grant.endpoint(),
        github.repository(),
        grant.token(),
        grant.appSlug(),
        github.labels(),
        github.maxNewIssuesPerRun(),
        options.baseline(),
        options.dryRun(),
        options.patience());
  }

  private AppTokens tokens(Sign sign) {
    return new AppTokens(
        sign.endpoint(),
        sign.app().id(),
        sign.app().installation(),
        () -> pem(sign.app().privateKeySecret()),
        clock);
  }

  private String pem(String secret) throws PublishException {
    try {
      return secrets.value(secret);
    } catch (SettingsException e) {
      throw new PublishException(String.valueOf(e.getMessage()), "", e);
    }
  }
}
