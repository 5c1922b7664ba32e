package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.sns.SnsAlert;
import dev.plumbline.wiring.publish.Published.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Publishes a report everywhere. What fails is collected and stops nothing else, and a second run
 * over the same drift does nothing twice. Thread-safe.
 */
public final class Publishing {

  private final ReportStore reports;
  private final Remembering memory;
  private final AlertChannel alerts;
  private final IssueChannel issues;

  public Publishing(
      ReportStore reports, Remembering memory, AlertChannel alerts, IssueChannel issues) {
    this.reports = reports;
    this.memory = memory;
    this.alerts = alerts;
    this.issues = issues;
  }

  /**
   * Keeps the report first, so that nothing later can lose it, and remembers it before anybody is
   * told; GitHub, which may ask for patience, comes last.
   *
   * @param key signs what is hidden in issues
   */
  public Published publish(
      Report report, Destinations destinations, MarkerKey key, PublishOptions options) {
    List<Failure> failures = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    Channel.attempt(
        "Keeping the report in the report bucket", failures, () -> kept.add(reports.keep(report)));
    Optional<String> uri = kept.stream().findFirst();
    memory.remember(report, uri, options, failures);
    List<SnsAlert.Result> sent = alerts.publish(report, destinations, options, failures);
    List<Outcome.Result> written = issues.publish(report, destinations, key, options, failures);
    return new Published(uri, written, sent, failures);
  }
}
