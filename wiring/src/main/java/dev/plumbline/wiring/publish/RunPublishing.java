package dev.plumbline.wiring.publish;

import dev.plumbline.engine.store.FailingStacks.Streak;
import dev.plumbline.publish.RunReport;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.wiring.publish.Published.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Publishes the end of a run: what is to be said once, and not once for each stack. What fails is
 * collected and stops nothing else. Thread-safe.
 */
public final class RunPublishing {

  private final AlertChannel alerts;
  private final RunAlerts told;
  private final RunIssues issues;
  private final SharedStore store;
  private final ReportPages pages;
  private final InstantSource clock;

  /**
   * @param last what each stack's topic was told last
   */
  public RunPublishing(
      ReportStore reports,
      AlertChannel alerts,
      LastFingerprint last,
      GitHubAccess access,
      Remediating remediations,
      SharedStore store,
      InstantSource clock) {
    this.alerts = alerts;
    this.told = new RunAlerts(alerts, last, store.deliveries());
    this.issues = new RunIssues(access, store, remediations, reports);
    this.store = store;
    this.pages = new ReportPages(reports, Optional.of(store), clock);
    this.clock = clock;
  }

  /**
   * Publishes it.
   *
   * @param failing stacks that have now failed so often that somebody has to be told
   * @param destinations of all stacks of the configuration, as far as they are known
   */
  public List<Failure> conclude(
      RunReport run,
      List<Streak> failing,
      Destinations destinations,
      MarkerKey key,
      PublishOptions options) {
    Instant end = clock.instant().plus(options.patience());
    List<Failure> failures = new ArrayList<>();
    issues.conclude(
        run,
        destinations,
        key,
        options.with(options.patience().dividedBy(2)),
        new TroubleAlerts(alerts, destinations, store.deliveries(), options.dryRun()),
        failures);
    if (options.toldAtEnd()) {
      told.digest(run, destinations, failures);
      told.failing(run.run(), failing, destinations, failures);
    }
    if (!options.dryRun()) {
      Channel.attempt(
          "Writing the page over all stacks",
          failures,
          () -> pages.index(Duration.between(clock.instant(), end)));
    }
    return failures;
  }
}
