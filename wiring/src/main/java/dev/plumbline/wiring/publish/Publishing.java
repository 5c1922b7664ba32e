package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.publish.sns.SnsAlert;
import dev.plumbline.wiring.publish.Published.Failure;
import java.time.Duration;
import java.time.Instant;
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
  private final Optional<SlackChannel> slack;
  private final Optional<SharedStore> store;
  private final Deliveries troubles;
  private final ReportPages pages;
  private final InstantSource clock = InstantSource.system();

  /** Without a store, and nothing to Slack. */
  public Publishing(ReportStore reports, AlertChannel alerts, IssueChannel issues) {
    this(reports, alerts, issues, Optional.empty(), Optional.empty());
  }

  /**
   * @param slack says it in Slack too
   * @param store remembers each scan; empty where there is none
   */
  public Publishing(
      ReportStore reports,
      AlertChannel alerts,
      IssueChannel issues,
      Optional<SlackChannel> slack,
      Optional<SharedStore> store) {
    this.reports = reports;
    this.alerts = alerts;
    this.issues = issues;
    this.slack = slack;
    this.store = store;
    this.troubles = store.map(SharedStore::deliveries).orElseGet(() -> new SaidHere(clock));
    this.pages = new ReportPages(reports, store, clock);
  }

  /**
   * Keeps the report first, so that nothing later can lose it. GitHub, which may ask for patience,
   * comes late; Slack comes last, because its messages link the issues, and has some of the
   * patience to itself.
   *
   * @param key signs what is hidden in issues
   */
  public Published publish(
      Report report, Destinations destinations, MarkerKey key, PublishOptions options) {
    Instant end = clock.instant().plus(options.patience());
    List<Failure> failures = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    Channel.attempt(
        "Keeping the report in the report bucket", failures, () -> kept.add(reports.keep(report)));
    String reportUri = kept.stream().findFirst().orElse("");
    Channel.attempt(
        "Keeping the report's page in the report bucket", failures, () -> pages.page(report));
    if (!options.dryRun()) {
      store.ifPresent(it -> remember(it.stacks(), report, reportUri, failures));
    }
    List<String> news =
        options.toldAtEnd() ? alerts.news(report, destinations, failures) : List.of();
    List<SnsAlert.Result> sent =
        options.toldAtEnd() ? List.of() : alerts.publish(report, destinations, options, failures);
    Duration forSlack = slack.isPresent() ? options.patience().dividedBy(4) : Duration.ZERO;
    List<Outcome.Result> written =
        issues.publish(
            report,
            destinations,
            key,
            options.with(options.patience().minus(forSlack)),
            reportUri,
            new TroubleAlerts(alerts, destinations, troubles, options.dryRun()),
            failures);
    Optional<String> uri = kept.stream().findFirst();
    List<SlackAlert.Result> said =
        slack
            .map(
                it ->
                    it.publish(
                        report,
                        destinations,
                        new SlackChannel.Links(uri, written),
                        options.with(forSlack),
                        failures))
            .orElse(List.of());
    if (!options.dryRun() && options.run().isEmpty()) {
      Channel.attempt(
          "Writing the page over all stacks",
          failures,
          () -> pages.index(Duration.between(clock.instant(), end)));
    }
    return new Published(uri, written, sent, said, failures, news);
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
