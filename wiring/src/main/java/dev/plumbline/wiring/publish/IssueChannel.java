package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.Background;
import dev.plumbline.publish.github.GitHubIssues;
import dev.plumbline.publish.github.GitHubSettings;
import dev.plumbline.publish.github.Ledger;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.wiring.publish.Published.Failure;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.SettingsException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the issues of each repository to the report. Thread-safe. */
public final class IssueChannel {

  private final GitHubAccess access;
  private final Optional<SharedStore> store;
  private final Remediating remediations;
  private final boolean commands;
  private final Issues issues;

  /**
   * For a run without a store.
   *
   * @param tokenSecret the secret with the token where the configuration names none
   */
  public IssueChannel(Secrets secrets, Optional<String> tokenSecret) {
    this(
        new GitHubAccess(secrets, tokenSecret, InstantSource.system()),
        Optional.empty(),
        Remediating.NOTHING,
        false);
  }

  /**
   * @param store what runs share; empty where there is none
   * @param commands whether comments on issues are read, so that it is worth telling how
   */
  public IssueChannel(
      GitHubAccess access,
      Optional<SharedStore> store,
      Remediating remediations,
      boolean commands) {
    this(
        access,
        store,
        remediations,
        commands,
        (settings, key, ledger, report, tracked, backgrounds) ->
            new GitHubIssues(settings, key, ledger).publish(report, tracked, backgrounds));
  }

  IssueChannel(
      GitHubAccess access,
      Optional<SharedStore> store,
      Remediating remediations,
      boolean commands,
      Issues issues) {
    this.access = access;
    this.store = store;
    this.remediations = remediations;
    this.commands = commands;
    this.issues = issues;
  }

  /** The port to {@link GitHubIssues}. */
  interface Issues {
    Outcome publish(
        GitHubSettings settings,
        MarkerKey key,
        Ledger ledger,
        Report report,
        Set<String> tracked,
        Background.Source backgrounds)
        throws PublishException;
  }

  /**
   * Brings them to it.
   *
   * @param reportUri where the whole report lies, "" where it was not kept
   * @param alarms hears of what somebody has to put right
   */
  List<Outcome.Result> publish(
      Report report,
      Destinations destinations,
      MarkerKey key,
      PublishOptions options,
      String reportUri,
      TroubleAlerts alarms,
      List<Failure> failures) {
    List<Outcome.Result> results = new ArrayList<>();
    byRepository(report, destinations)
        .forEach(
            (to, stacks) ->
                Channel.attempt(
                    "Publishing to the issues of " + to.repository(),
                    failures,
                    () -> {
                      Report part = Channel.only(report, stacks);
                      Set<String> tracked = destinations.tracked(to);
                      results.addAll(publish(to, part, tracked, key, options, reportUri, alarms));
                    }));
    results.stream()
        .filter(result -> result.action() == Outcome.Action.FAILED)
        .forEach(result -> Channel.fail(failures, failure(result)));
    return results;
  }

  private static Map<Publish.GitHub, List<StackReport>> byRepository(
      Report report, Destinations destinations) {
    Map<Publish.GitHub, List<StackReport>> byRepository = new LinkedHashMap<>();
    for (StackReport stack : report.stacks()) {
      destinations
          .of(stack.stack())
          .github()
          .ifPresent(it -> byRepository.computeIfAbsent(it, _ -> new ArrayList<>()).add(stack));
    }
    return byRepository;
  }

  private List<Outcome.Result> publish(
      Publish.GitHub to,
      Report report,
      Set<String> tracked,
      MarkerKey key,
      PublishOptions options,
      String reportUri,
      TroubleAlerts alarms)
      throws PublishException, SettingsException {
    List<String> stacks = report.stacks().stream().map(StackReport::stack).toList();
    Background.Source backgrounds =
        new Backgrounds(store.map(SharedStore::stacks), remediations, to, reportUri, commands);
    Ledger ledger = ledger(to, options);
    try {
      Outcome outcome =
          issues.publish(access.settings(to, options), key, ledger, report, tracked, backgrounds);
      outcome.alarms().forEach(alarm -> alarms.raise(to.repository(), alarm, stacks));
      return outcome.results();
    } catch (PublishException e) {
      alarms.raise(to.repository(), e, stacks);
      throw e;
    }
  }

  private Ledger ledger(Publish.GitHub to, PublishOptions options) {
    if (store.isEmpty()) {
      return new Ledger.None();
    }
    SharedStore shared = store.get();
    return options
        .run()
        .<Ledger>map(
            run -> shared.ledger(options.patience(), run, to.repository(), to.maxNewIssuesPerRun()))
        .orElseGet(() -> shared.ledger(options.patience()));
  }

  static Failure failure(Outcome.Result result) {
    String whose =
        result.stack().isEmpty() ? "the summary issue" : "the issue of " + result.stack();
    return new Failure("Writing %s failed: %s".formatted(whose, result.note()), "");
  }
}
