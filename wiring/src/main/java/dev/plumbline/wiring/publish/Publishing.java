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
import java.io.IOException;
import java.time.Duration;
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
  private final Optional<LastReports> last;
  private final Deliveries troubles;

  /** Without a store, and nothing to Slack. */
  public Publishing(ReportStore reports, AlertChannel alerts, IssueChannel issues) {
    this(reports, alerts, issues, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * @param slack says it in Slack too
   * @param store remembers each scan; empty where there is none
   * @param last knows of scans of some resources; empty where nobody makes any
   */
  public Publishing(
      ReportStore reports,
      AlertChannel alerts,
      IssueChannel issues,
      Optional<SlackChannel> slack,
      Optional<SharedStore> store,
      Optional<LastReports> last) {
    this.reports = reports;
    this.alerts = alerts;
    this.issues = issues;
    this.slack = slack;
    this.store = store;
    this.last = last;
    this.troubles =
        store.map(SharedStore::deliveries).orElseGet(() -> new SaidHere(InstantSource.system()));
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
    List<Failure> failures = new ArrayList<>();
    Report whole = withLater(report, failures);
    Optional<String> uri = kept(whole, failures);
    if (!options.dryRun() && store.isPresent()) {
      remember(store.get().stacks(), whole, uri.orElse(""), failures);
      // A scan of some resources may have come in since; what it read must not be forgotten.
      Report again = withLater(report, failures);
      if (!again.stacks().equals(whole.stacks())) {
        whole = again;
        uri = kept(whole, failures);
        remember(store.get().stacks(), whole, uri.orElse(""), failures);
      }
    }
    return tell(whole, uri, destinations, key, options, failures);
  }

  /**
   * Publishes a scan of some resources, as part of all that is known of their stack.
   *
   * @return empty where nothing is known of it, so that it has to be scanned as a whole
   */
  public Optional<Published> publish(
      PartReport part, Destinations destinations, MarkerKey key, PublishOptions options)
      throws IOException {
    Optional<LastReports.Kept> kept = last.isPresent() ? last.get().merge(part) : Optional.empty();
    return kept.map(
        it ->
            tell(
                it.report(), Optional.of(it.uri()), destinations, key, options, new ArrayList<>()));
  }

  private Report withLater(Report report, List<Failure> failures) {
    List<Report> merged = new ArrayList<>();
    last.ifPresent(
        it ->
            Channel.attempt(
                "Looking for what was read since the scan began",
                failures,
                () -> merged.add(it.withLater(report))));
    return merged.isEmpty() ? report : merged.getFirst();
  }

  private Optional<String> kept(Report report, List<Failure> failures) {
    List<String> kept = new ArrayList<>();
    Channel.attempt(
        "Keeping the report in the report bucket", failures, () -> kept.add(reports.keep(report)));
    return kept.stream().findFirst();
  }

  private Published tell(
      Report report,
      Optional<String> uri,
      Destinations destinations,
      MarkerKey key,
      PublishOptions options,
      List<Failure> failures) {
    List<SnsAlert.Result> sent = alerts.publish(report, destinations, options, failures);
    Duration forSlack = slack.isPresent() ? options.patience().dividedBy(4) : Duration.ZERO;
    List<Outcome.Result> written =
        issues.publish(
            report,
            destinations,
            key,
            options.with(options.patience().minus(forSlack)),
            uri.orElse(""),
            new TroubleAlerts(alerts, destinations, troubles, options.dryRun()),
            failures);
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
    return new Published(uri, written, sent, said, failures);
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
