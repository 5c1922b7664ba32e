package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.sns.SnsAlert;
import dev.plumbline.wiring.publish.Published.Failure;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Publishes a report everywhere. What fails is collected and stops nothing else, and a second run
 * over the same drift does nothing twice. Thread-safe.
 */
public final class Publishing {

  private final ReportStore reports;
  private final AlertChannel alerts;
  private final IssueChannel issues;

  private final Optional<SharedStore> store;
  private final Deliveries troubles;

  /** Without a store. */
  public Publishing(ReportStore reports, AlertChannel alerts, IssueChannel issues) {
    this(reports, alerts, issues, Optional.empty());
  }

  /**
   * @param store remembers each scan; empty where there is none
   */
  public Publishing(
      ReportStore reports, AlertChannel alerts, IssueChannel issues, Optional<SharedStore> store) {
    this.reports = reports;
    this.alerts = alerts;
    this.issues = issues;
    this.store = store;
    this.troubles =
        store.map(SharedStore::deliveries).orElseGet(() -> new SaidHere(InstantSource.system()));
  }

  /**
   * Keeps the report first, so that nothing later can lose it; GitHub, which may ask for patience,
   * comes last.
   *
   * @param key signs what is hidden in issues
   */
  public Published publish(
      Report report, Destinations destinations, MarkerKey key, PublishOptions options) {
    List<Failure> failures = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    Channel.attempt(
        "Keeping the report in the report bucket", failures, () -> kept.add(reports.keep(report)));
    String reportUri = kept.stream().findFirst().orElse("");
    if (!options.dryRun()) {
      store.ifPresent(it -> remember(it.stacks(), report, reportUri, failures));
    }
    List<SnsAlert.Result> sent = alerts.publish(report, destinations, options, failures);
    List<Outcome.Result> written =
        issues.publish(
            report,
            destinations,
            key,
            options,
            reportUri,
            new TroubleAlerts(alerts, destinations, troubles, options.dryRun()),
            failures);
    Optional<String> uri = kept.stream().findFirst();
    return new Published(uri, written, sent, failures);
  }

  /** Before anybody is told, so that what is told says since when. */
  private static void remember(
      Stacks stacks, Report report, String reportUri, List<Failure> failures) {
    Stacks.Scan scan = new Stacks.Scan(report.scanId(), report.startedAt(), reportUri);
    for (StackReport stack : report.stacks()) {
      Channel.attempt(
          "Remembering the scan of " + stack.stack(),
          failures,
          () -> stacks.scanned(stack, scan, true));
    }
  }
}
