package dev.plumbline.functions.metrics;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.wiring.events.PartScan;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells a scan of some resources in figures. Sums over stacks stay true however often one is looked
 * at: drift and what could not be read are counted where they are news, and how the whole stack
 * stands is a line of the log that makes no metric. Thread-safe.
 */
public final class PartMetrics {

  private final EmbeddedMetrics metrics;
  private final RunCost cost;

  public PartMetrics(EmbeddedMetrics metrics, RunCost cost) {
    this.metrics = metrics;
    this.cost = cost;
  }

  /** Into the log of a function with those environment variables. */
  public static PartMetrics inLog(Map<String, String> variables) {
    return new PartMetrics(EmbeddedMetrics.inLog(variables), RunCost.here(variables));
  }

  /** Tells it. */
  public void tell(PartScan scan) {
    Report report = scan.part().report();
    StackReport stack = scan.part().stack();
    boolean scanned = stack.status() == StackStatus.SCANNED;
    Map<Metric, Number> values = new EnumMap<>(Metric.class);
    values.put(
        Metric.API_CALLS, report.apiCalls().values().stream().mapToLong(Long::longValue).sum());
    values.put(Metric.THROTTLES, scan.part().throttles());
    values.put(Metric.SCAN_DURATION, scan.took().toMillis());
    values.put(Metric.ESTIMATED_COST, cost.of(scan.took(), report.apiCalls()));
    if (scanned) {
      values.putAll(ScanMetrics.drift(scan.newDrift()));
      values.put(Metric.UNREADABLE, scan.newlyUnreadable());
    }
    Map<String, Object> about = ScanMetrics.about(stack, report.scanId());
    about.put("read", stack.resources().size());
    about.put("calls", report.apiCalls());
    metrics.tell(values, about);
    if (scanned) {
      metrics.note(ScanMetrics.standing(scan.whole()), ScanMetrics.about(stack, report.scanId()));
    }
  }
}
