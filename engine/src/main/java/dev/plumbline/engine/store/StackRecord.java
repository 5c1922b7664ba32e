package dev.plumbline.engine.store;

import dev.plumbline.engine.Outage;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a stack.
 *
 * @param status how its last scan ended
 * @param fingerprint its drift's at the last scan that read it
 * @param summary of the last scan that read it
 * @param scanId the last scan
 * @param scannedAt when that began
 * @param reportUri where the last whole report lies, "" where it was not kept
 * @param serial the state's at the last scan that read it
 * @param lineage the state's
 * @param issue the stack's issue
 * @param message the stack's message in Slack
 * @param outage what did not answer at the last scan that read it; empty where all did
 * @param scans the latest scans, the oldest first
 */
public record StackRecord(
    String stack,
    String environment,
    StackStatus status,
    String fingerprint,
    Summary summary,
    String scanId,
    Instant scannedAt,
    String reportUri,
    long serial,
    String lineage,
    Optional<Issue> issue,
    Optional<Message> message,
    Optional<Outage> outage,
    List<PastScan> scans) {

  public StackRecord {
    scans = List.copyOf(scans);
  }

  /** A stack for which every service answered, and of whose earlier scans nothing is known. */
  public StackRecord(
      String stack,
      String environment,
      StackStatus status,
      String fingerprint,
      Summary summary,
      String scanId,
      Instant scannedAt,
      String reportUri,
      long serial,
      String lineage,
      Optional<Issue> issue,
      Optional<Message> message) {
    this(
        stack,
        environment,
        status,
        fingerprint,
        summary,
        scanId,
        scannedAt,
        reportUri,
        serial,
        lineage,
        issue,
        message,
        Optional.empty(),
        List.of());
  }

  /** Whether another scan, which began after the report's, was kept already. */
  public boolean laterThan(Report report) {
    return scannedAt.isAfter(report.startedAt()) && !scanId.equals(report.scanId());
  }

  /**
   * An issue.
   *
   * @param repository {@code owner/name}
   */
  public record Issue(String repository, int number) {}

  /**
   * A message in Slack.
   *
   * @param channel the channel's id
   * @param timestamp what Slack knows the message by
   */
  public record Message(String channel, String timestamp) {}
}
