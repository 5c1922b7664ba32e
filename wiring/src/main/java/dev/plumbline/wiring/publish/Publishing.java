package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.publish.sns.SnsAlert;
import dev.plumbline.wiring.publish.Published.Failure;
import java.time.Duration;
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

  /** Publishes nothing to Slack. */
  public Publishing(ReportStore reports, AlertChannel alerts, IssueChannel issues) {
    this(reports, alerts, issues, Optional.empty());
  }

  public Publishing(
      ReportStore reports, AlertChannel alerts, IssueChannel issues, Optional<SlackChannel> slack) {
    this.reports = reports;
    this.alerts = alerts;
    this.issues = issues;
    this.slack = slack;
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
    List<String> kept = new ArrayList<>();
    Channel.attempt(
        "Keeping the report in the report bucket", failures, () -> kept.add(reports.keep(report)));
    List<SnsAlert.Result> sent = alerts.publish(report, destinations, options, failures);
    Duration forSlack = slack.isPresent() ? options.patience().dividedBy(4) : Duration.ZERO;
    List<Outcome.Result> written =
        issues.publish(
            report, destinations, key, options.with(options.patience().minus(forSlack)), failures);
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
    return new Published(uri, written, sent, said, failures);
  }
}
