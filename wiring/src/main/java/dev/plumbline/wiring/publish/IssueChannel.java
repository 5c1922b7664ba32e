package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.GitHubIssues;
import dev.plumbline.publish.github.GitHubSettings;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.wiring.publish.Published.Failure;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.SettingsException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the issues of each repository to the report. Thread-safe. */
public final class IssueChannel {

  private final Secrets secrets;
  private final Optional<String> tokenSecret;
  private final Issues issues;

  /**
   * @param tokenSecret the secret with the token where the configuration names none
   */
  public IssueChannel(Secrets secrets, Optional<String> tokenSecret) {
    this(
        secrets,
        tokenSecret,
        (settings, key, report, tracked) ->
            new GitHubIssues(settings, key).publish(report, tracked));
  }

  IssueChannel(Secrets secrets, Optional<String> tokenSecret, Issues issues) {
    this.secrets = secrets;
    this.tokenSecret = tokenSecret;
    this.issues = issues;
  }

  /** The port to {@link GitHubIssues}. */
  interface Issues {
    Outcome publish(GitHubSettings settings, MarkerKey key, Report report, Set<String> tracked)
        throws PublishException;
  }

  List<Outcome.Result> publish(
      Report report,
      Destinations destinations,
      MarkerKey key,
      PublishOptions options,
      List<Failure> failures) {
    Map<Publish.GitHub, List<StackReport>> byRepository = new LinkedHashMap<>();
    for (StackReport stack : report.stacks()) {
      destinations
          .of(stack.stack())
          .github()
          .ifPresent(it -> byRepository.computeIfAbsent(it, _ -> new ArrayList<>()).add(stack));
    }
    List<Outcome.Result> results = new ArrayList<>();
    byRepository.forEach(
        (to, stacks) ->
            Channel.attempt(
                "Publishing to the issues of " + to.repository(),
                failures,
                () ->
                    results.addAll(
                        issues
                            .publish(
                                settings(to, options),
                                key,
                                Channel.only(report, stacks),
                                destinations.tracked(to))
                            .results())));
    results.stream()
        .filter(result -> result.action() == Outcome.Action.FAILED)
        .forEach(result -> Channel.fail(failures, failure(result)));
    return results;
  }

  private static Failure failure(Outcome.Result result) {
    String whose =
        result.stack().isEmpty() ? "the summary issue" : "the issue of " + result.stack();
    return new Failure("Writing %s failed: %s".formatted(whose, result.note()), "");
  }

  private GitHubSettings settings(Publish.GitHub to, PublishOptions options)
      throws SettingsException {
    return new GitHubSettings(
        to.baseUrl().map(URI::create).orElse(GitHubSettings.GITHUB),
        to.repository(),
        token(to),
        Optional.empty(),
        to.labels(),
        to.maxNewIssuesPerRun(),
        options.baseline(),
        options.dryRun(),
        options.patience());
  }

  private String token(Publish.GitHub to) throws SettingsException {
    if (to.app().isPresent() && to.tokenSecret().isEmpty()) {
      throw new SettingsException(
          "publish.github.app cannot be used yet", "Name a token with publish.github.tokenSecret.");
    }
    Optional<String> secret = to.tokenSecret().or(() -> tokenSecret);
    if (secret.isEmpty()) {
      throw new SettingsException(
          "There is no token for the issues of " + to.repository(),
          "Set GITHUB_TOKEN_SECRET_ARN (githubTokenSecret of the CDK app), or publish.github.tokenSecret in the configuration.");
    }
    return secrets.value(secret.get());
  }
}
