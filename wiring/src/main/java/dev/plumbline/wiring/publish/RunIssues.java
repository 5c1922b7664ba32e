package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.RunReport;
import dev.plumbline.publish.github.GitHubIssues;
import dev.plumbline.publish.github.GitHubSettings;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.wiring.publish.Published.Failure;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is left to do on GitHub once every stack of a run was published: the summary issue of each
 * repository, and the issues of stacks that left the configuration. Thread-safe.
 */
final class RunIssues {

  private final GitHubAccess access;
  private final SharedStore store;
  private final Remediating remediations;
  private final ReportStore reports;

  RunIssues(GitHubAccess access, SharedStore store, Remediating remediations, ReportStore reports) {
    this.access = access;
    this.store = store;
    this.remediations = remediations;
    this.reports = reports;
  }

  void conclude(
      RunReport run,
      Destinations destinations,
      MarkerKey key,
      PublishOptions options,
      TroubleAlerts alarms,
      List<Failure> failures) {
    repositories(destinations)
        .forEach(
            to ->
                Channel.attempt(
                    "Ending the run on the issues of " + to.repository(),
                    failures,
                    () -> conclude(to, run, destinations, key, options, alarms, failures)));
  }

  /** Each once, however its labels and tokens are written. */
  private static List<Publish.GitHub> repositories(Destinations destinations) {
    Map<String, Publish.GitHub> byName = new LinkedHashMap<>();
    destinations
        .byStack()
        .values()
        .forEach(
            each ->
                each.github()
                    .ifPresent(
                        to ->
                            byName.putIfAbsent(
                                "%s %s"
                                    .formatted(to.baseUrl(), to.repository())
                                    .toLowerCase(Locale.ROOT),
                                to)));
    return List.copyOf(byName.values());
  }

  private void conclude(
      Publish.GitHub to,
      RunReport run,
      Destinations destinations,
      MarkerKey key,
      PublishOptions options,
      TroubleAlerts alarms,
      List<Failure> failures)
      throws PublishException, SettingsException, IOException {
    Backgrounds backgrounds =
        new Backgrounds(Optional.of(store.stacks()), remediations, to, "", true);
    GitHubSettings settings = access.settings(withoutNew(to), options);
    Outcome outcome =
        new GitHubIssues(settings, key, store.ledger(options.patience()))
            .conclude(
                overflow(run, destinations, to),
                destinations.tracked(to),
                settled(run),
                backgrounds);
    outcome.alarms().forEach(alarm -> alarms.raise(to.repository(), alarm, List.of("")));
    outcome.results().stream()
        .filter(result -> result.action() == Outcome.Action.FAILED)
        .forEach(result -> Channel.fail(failures, IssueChannel.failure(result)));
  }

  /** Their number was counted while the stacks were scanned. */
  private static Publish.GitHub withoutNew(Publish.GitHub to) {
    return new Publish.GitHub(
        to.repository(), to.labels(), 0, to.baseUrl(), to.tokenSecret(), to.app(), to.owners());
  }

  private Report overflow(RunReport run, Destinations destinations, Publish.GitHub to)
      throws IOException {
    List<StackReport> stacks = new ArrayList<>();
    for (Result result : run.results()) {
      if (result.overflow() && isFor(to, destinations.of(result.stack()))) {
        reports.find(result.reportUri()).map(Report::stacks).ifPresent(stacks::addAll);
      }
    }
    return new Report(run.run(), run.endedAt(), run.endedAt(), new TreeMap<>(), stacks);
  }

  private static boolean isFor(Publish.GitHub to, Publish publish) {
    return publish
        .github()
        .filter(it -> it.repository().equalsIgnoreCase(to.repository()))
        .filter(it -> it.baseUrl().equals(to.baseUrl()))
        .isPresent();
  }

  private static Set<String> settled(RunReport run) {
    return run.results().stream()
        .filter(each -> each.status() == StackStatus.SCANNED && !each.overflow())
        .filter(each -> RunReport.drift(each) > 0 || each.summary().unreadable() == 0)
        .map(Result::stack)
        .collect(Collectors.toSet());
  }
}
