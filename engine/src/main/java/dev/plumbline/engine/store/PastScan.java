package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.store.Stacks.Scan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one scan found in a stack, in figures: trends and timelines are made of these.
 *
 * @param drift how many resources drifted or were gone
 * @param unreadable how many could not be read
 * @param coverage from 0 to 1
 * @param kept whether its whole report was kept
 */
public record PastScan(
    String id,
    Instant startedAt,
    StackStatus status,
    int drift,
    int unreadable,
    double coverage,
    boolean kept) {

  /** More would make a stack's item large, and a list of all stacks slow. */
  static final int KEPT = 30;

  private static final Comparator<PastScan> BY_TIME =
      Comparator.comparing(PastScan::startedAt).thenComparing(PastScan::id);

  static PastScan of(StackReport report, Scan scan) {
    Summary summary = report.summary();
    return new PastScan(
        scan.id(),
        scan.startedAt(),
        report.status(),
        summary.drifted() + summary.deleted(),
        summary.unreadable(),
        summary.coverage(),
        !scan.reportUri().isEmpty());
  }

  /** The latest of these and this one, the oldest first; the same scan stands there once. */
  List<PastScan> after(List<PastScan> earlier) {
    List<PastScan> all =
        Stream.concat(earlier.stream().filter(each -> !each.id().equals(id)), Stream.of(this))
            .sorted(BY_TIME)
            .toList();
    return all.subList(Math.max(0, all.size() - KEPT), all.size());
  }
}
