package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.StackRecord.Issue;
import dev.plumbline.engine.store.StackRecord.Message;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.state.StateIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a store keeps of one stack beside its findings, and how a scan changes it. Pure.
 *
 * @param scanned what scans left; empty before the first
 * @param read the last scan that read the whole stack
 * @param issue the stack's, which may be known before any scan
 * @param message the stack's
 */
public record StackMemory(
    Optional<StackRecord> scanned,
    Optional<Mark> read,
    Optional<Issue> issue,
    Optional<Message> message) {

  /** A stack of which nothing is known. */
  public static final StackMemory NOTHING =
      new StackMemory(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Where a scan stands among others: the later began later. */
  public record Mark(Instant startedAt, String scan) {

    static Mark of(Scan scan) {
      return new Mark(scan.startedAt(), scan.id());
    }

    /** Two that began at once are told apart by their names, so that one order holds for all. */
    boolean after(Mark other) {
      int order = startedAt.compareTo(other.startedAt);
      return order > 0 || (order == 0 && scan.compareTo(other.scan) > 0);
    }

    /** As one text, the same for the same scan. */
    public String text() {
      return startedAt + " " + scan;
    }
  }

  /** What others are told of the stack; empty before the first scan. */
  public Optional<StackRecord> record() {
    return scanned.map(known -> with(known, issue, message, known.scans()));
  }

  /** Whether a scan that began later has read the whole stack. */
  public boolean overtaken(Scan scan) {
    return read.filter(last -> last.after(Mark.of(scan))).isPresent();
  }

  /** After a scan of the whole stack. */
  public StackMemory after(StackReport report, Scan scan) {
    StackRecord told = told(report, scan);
    if (report.status() != StackStatus.SCANNED || overtaken(scan)) {
      return new StackMemory(Optional.of(told), read, issue, message);
    }
    Optional<StackRecord> known = Optional.of(of(report, scan, told));
    return new StackMemory(known, Optional.of(Mark.of(scan)), issue, message);
  }

  public StackMemory withIssue(Optional<Issue> other) {
    return new StackMemory(scanned, read, other, message);
  }

  public StackMemory withMessage(Optional<Message> other) {
    return new StackMemory(scanned, read, issue, other);
  }

  /** What a scan would leave of a stack that nobody scanned before. */
  public static StackRecord first(StackReport report, Scan scan) {
    return new StackRecord(
        report.stack(),
        report.environment(),
        report.status(),
        report.fingerprint(),
        report.summary(),
        scan.id(),
        scan.startedAt(),
        scan.reportUri(),
        report.state().map(StateIdentity::serial).orElse(0L),
        report.state().map(StateIdentity::lineage).orElse(""),
        Optional.empty(),
        Optional.empty(),
        report.outage(),
        Optional.of(Revision.whole(Optional.empty(), scan)),
        List.of(PastScan.of(report, scan)));
  }

  /** How the last scan ended, whether or not it read the stack. */
  private StackRecord told(StackReport report, Scan scan) {
    if (scanned.isEmpty()) {
      return first(report, scan);
    }
    StackRecord known = scanned.get();
    List<PastScan> scans = PastScan.of(report, scan).after(known.scans());
    if (new Mark(known.scannedAt(), known.scanId()).after(Mark.of(scan))) {
      return with(known, known.issue(), known.message(), scans);
    }
    return new StackRecord(
        known.stack(),
        report.environment(),
        report.status(),
        known.fingerprint(),
        known.summary(),
        scan.id(),
        scan.startedAt(),
        known.reportUri(),
        known.serial(),
        known.lineage(),
        Optional.empty(),
        Optional.empty(),
        known.outage(),
        known.latest(),
        scans);
  }

  /** What was read, under how the last scan ended. */
  private StackRecord of(StackReport report, Scan scan, StackRecord told) {
    StackRecord read = first(report, scan);
    return new StackRecord(
        told.stack(),
        told.environment(),
        told.status(),
        read.fingerprint(),
        read.summary(),
        told.scanId(),
        told.scannedAt(),
        read.reportUri(),
        read.serial(),
        read.lineage(),
        Optional.empty(),
        Optional.empty(),
        read.outage(),
        Optional.of(Revision.whole(scanned, scan)),
        told.scans());
  }

  /**
   * After a scan of a part of the stack, whose resources were put into the last report.
   *
   * @param merged the last report with them
   * @param scan its own, with where the merged report lies
   * @return empty where another report is the last by now
   */
  public Optional<StackMemory> revised(StackReport merged, Scan scan, String last) {
    return scanned
        .filter(known -> known.reportUri().equals(last))
        .map(
            known ->
                new StackMemory(
                    Optional.of(Revision.part(known, merged, scan)), read, issue, message));
  }

  private static StackRecord with(
      StackRecord known, Optional<Issue> issue, Optional<Message> message, List<PastScan> scans) {
    return new StackRecord(
        known.stack(),
        known.environment(),
        known.status(),
        known.fingerprint(),
        known.summary(),
        known.scanId(),
        known.scannedAt(),
        known.reportUri(),
        known.serial(),
        known.lineage(),
        issue,
        message,
        known.outage(),
        known.latest(),
        scans);
  }
}
