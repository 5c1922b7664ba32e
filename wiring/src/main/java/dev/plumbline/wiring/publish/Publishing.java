package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.publish.sns.SnsAlert;
import dev.plumbline.wiring.publish.Published.Failure;
import java.io.IOException;
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

  /** Changes come often: where another run is at the page over all stacks, it shows them soon. */
  private static final Duration FOR_INDEX = Duration.ofSeconds(2);

  private final AlertChannel alerts;
  private final IssueChannel issues;
  private final Optional<SlackChannel> slack;
  private final Deliveries troubles;
  private final ReportPages pages;
  private final Keeping keeping;
  private final InstantSource clock = InstantSource.system();

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
    this.alerts = alerts;
    this.issues = issues;
    this.slack = slack;
    this.troubles = store.map(SharedStore::deliveries).orElseGet(() -> new SaidHere(clock));
    this.pages = new ReportPages(reports, store, clock);
    this.keeping = new Keeping(reports, store, last, pages);
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
    Keeping.Kept kept = keeping.whole(report, options.dryRun(), failures);
    return tell(kept, destinations, key, until(end, options), failures, options.patience());
  }

  /**
   * Publishes a scan of some resources, as part of all that is known of their stack.
   *
   * @return empty where nothing is known of it, so that it has to be scanned as a whole
   */
  public Optional<Published> publish(
      PartReport part, Destinations destinations, MarkerKey key, PublishOptions options)
      throws IOException {
    Instant end = clock.instant().plus(options.patience());
    List<Failure> failures = new ArrayList<>();
    return keeping
        .part(part, failures)
        .map(kept -> tell(kept, destinations, key, until(end, options), failures, FOR_INDEX));
  }

  private PublishOptions until(Instant end, PublishOptions options) {
    Duration left = Duration.between(clock.instant(), end);
    return options.with(left.isNegative() ? Duration.ZERO : left);
  }

  private Published tell(
      Keeping.Kept kept,
      Destinations destinations,
      MarkerKey key,
      PublishOptions options,
      List<Failure> failures,
      Duration forIndex) {
    Instant end = clock.instant().plus(options.patience());
    Report report = kept.report();
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
            kept.uri().orElse(""),
            new TroubleAlerts(alerts, destinations, troubles, options.dryRun()),
            failures);
    SlackChannel.Links links = new SlackChannel.Links(kept.uri(), written);
    List<SlackAlert.Result> said =
        slack
            .map(it -> it.publish(report, destinations, links, options.with(forSlack), failures))
            .orElse(List.of());
    if (!options.dryRun() && options.run().isEmpty()) {
      Channel.attempt(
          "Writing the page over all stacks",
          failures,
          () -> pages.index(shorter(Duration.between(clock.instant(), end), forIndex)));
    }
    return new Published(kept.uri(), written, sent, said, failures, news);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
