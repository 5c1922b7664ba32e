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
 * @param latest which report is the last; empty before the first
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
    Optional<Latest> latest,
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
        Optional.empty(),
        List.of());
  }

  /** Whether another scan's report was kept already that began later, or holds this one's. */
  public boolean laterThan(Report report) {
    return (scannedAt.isAfter(report.startedAt()) && !scanId.equals(report.scanId()))
        || latest
            .filter(it -> !it.scan().equals(report.scanId()))
            .filter(it -> !it.at().isBefore(report.startedAt()))
            .isPresent();
  }

  /** A scan of some of its resources that began after that, and is in the last report. */
  public Optional<Part> partAfter(Instant began) {
    return latest.flatMap(Latest::part).filter(part -> part.at().isAfter(began));
  }

  /**
   * The latest scans but for one of a part that is the last: of such, one stands among them at a
   * time, or a busy day would crowd out the others.
   */
  List<PastScan> scansOfAll() {
    Optional<String> part =
        latest
            .filter(it -> it.part().filter(at -> at.reportUri().equals(reportUri)).isPresent())
            .map(Latest::scan);
    return scans.stream().filter(each -> !part.equals(Optional.of(each.id()))).toList();
  }

  /**
   * The last report, which holds what all scans before it read.
   *
   * @param scan whose it is
   * @param at when the last of the scans began that are in it
   * @param part the last scan in it of some of the resources alone, where that is later than the
   *     last of all of them
   */
  public record Latest(String scan, Instant at, Optional<Part> part) {}

  /**
   * A scan of some of the resources.
   *
   * @param reportUri where the report lies that it was first merged into
   */
  public record Part(Instant at, String reportUri) {}

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
