package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.scan.Merge;
import dev.plumbline.engine.scan.Merge.Dated;
import dev.plumbline.engine.store.Revisions;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The last report of each stack, into which scans of some of its resources are merged. However
 * scans overlap, the report that is the last holds of each resource what was read last.
 * Thread-safe.
 */
public final class LastReports {

  /** How often others may come between before it is given up. */
  private static final int TRIES = 5;

  private final Stacks stacks;
  private final Revisions revisions;
  private final ReportStore reports;

  public LastReports(Stacks stacks, Revisions revisions, ReportStore reports) {
    this.stacks = stacks;
    this.revisions = revisions;
    this.reports = reports;
  }

  /**
   * A report of a stack.
   *
   * @param uri where it lies
   */
  public record Last(Dated report, String uri) {}

  /** The stack's; empty where there is none that can be read. */
  public Optional<Last> of(String stack) throws IOException {
    Optional<StackRecord> known = stacks.find(stack);
    String uri = known.map(StackRecord::reportUri).orElse("");
    return reports
        .find(uri)
        .flatMap(report -> Dated.of(report, stack))
        .map(report -> new Last(report, uri));
  }

  /**
   * Merges a scan of some resources into the stack's last report, which it then is.
   *
   * @return empty where there is no last report to merge it into
   */
  Optional<Keeping.Kept> merge(PartReport part) throws IOException {
    for (int round = 0; round < TRIES; round++) {
      Optional<Last> last = of(part.stack());
      if (last.isEmpty()) {
        return Optional.empty();
      }
      StackReport read = part.attributed(last.get().report());
      Dated dated = new Dated(read, part.report().startedAt());
      StackReport merged = Merge.partInto(last.get().report(), dated, part.managed());
      Report report = part.report().with(List.of(merged), List.of());
      String uri = reports.keep(report);
      Stacks.Scan scan = new Stacks.Scan(report.scanId(), report.startedAt(), uri);
      if (revisions.revise(merged, scan, last.get().uri())) {
        stacks.scanned(read, scan, false);
        return Optional.of(new Keeping.Kept(report, Optional.of(uri)));
      }
    }
    throw new IOException(
        "Other scans of stack %s came between %d times. It is tried again."
            .formatted(part.stack(), TRIES));
  }

  /** What scans of some resources read that began after this one did. */
  Report withLater(Report report) throws IOException {
    Map<String, Dated> later = new HashMap<>();
    for (StackReport stack : report.stacks()) {
      if (stack.status() == StackStatus.SCANNED) {
        part(report, stack).ifPresent(found -> later.put(stack.stack(), found));
      }
    }
    UnaryOperator<StackReport> merge =
        stack ->
            later.containsKey(stack.stack())
                ? Merge.laterInto(new Dated(stack, report.startedAt()), later.get(stack.stack()))
                : stack;
    return later.isEmpty()
        ? report
        : report.with(report.stacks().stream().map(merge).toList(), report.accountCoverage());
  }

  private Optional<Dated> part(Report report, StackReport stack) throws IOException {
    Optional<StackRecord.Part> part =
        stacks.find(stack.stack()).flatMap(it -> it.partAfter(report.startedAt()));
    return part.isEmpty()
        ? Optional.empty()
        : reports.find(part.get().reportUri()).flatMap(found -> Dated.of(found, stack.stack()));
  }
}
