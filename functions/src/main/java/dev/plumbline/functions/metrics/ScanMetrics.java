package dev.plumbline.functions.metrics;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Severity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a scan in figures: one document for each stack, and one for the run. Thread-safe. */
public final class ScanMetrics {

  private final EmbeddedMetrics metrics;
  private final RunCost cost;

  public ScanMetrics(EmbeddedMetrics metrics, RunCost cost) {
    this.metrics = metrics;
    this.cost = cost;
  }

  /** Into the log of a function with those environment variables. */
  public static ScanMetrics inLog(Map<String, String> variables) {
    return new ScanMetrics(EmbeddedMetrics.inLog(variables), RunCost.here(variables));
  }

  /**
   * Tells it.
   *
   * @param throttles how often AWS asked to be called less often
   * @param took the whole run, publishing included
   */
  public void tell(Report report, long throttles, Duration took) {
    report.stacks().forEach(stack -> tell(stack, report.scanId()));
    Map<Metric, Number> run = new EnumMap<>(Metric.class);
    run.put(Metric.STACKS, report.stacks().size());
    run.put(Metric.API_CALLS, report.apiCalls().values().stream().mapToLong(Long::longValue).sum());
    run.put(Metric.THROTTLES, throttles);
    run.put(Metric.SCAN_DURATION, took.toMillis());
    run.put(Metric.ESTIMATED_COST, cost.of(took, report.apiCalls()));
    Map<String, Object> about = new LinkedHashMap<>();
    about.put(LoggedThreads.SCAN, report.scanId());
    about.put("calls", report.apiCalls());
    metrics.tell(run, about);
  }

  private void tell(StackReport stack, String scanId) {
    metrics.tell(standing(stack), about(stack, scanId));
  }

  /** Of a stack that was not read, nothing is known: no figure says that it is clean. */
  static Map<Metric, Number> standing(StackReport stack) {
    Map<Metric, Number> values = new EnumMap<>(Metric.class);
    values.put(Metric.STACKS_FAILED, stack.status() == StackStatus.FAILED ? 1 : 0);
    values.put(Metric.STACKS_DEFERRED, stack.status() == StackStatus.DEFERRED ? 1 : 0);
    if (stack.status() == StackStatus.SCANNED) {
      values.putAll(found(stack));
    }
    return values;
  }

  static Map<String, Object> about(StackReport stack, String scanId) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put(LoggedThreads.SCAN, scanId);
    about.put(LoggedThreads.STACK, stack.stack());
    about.put("environment", stack.environment());
    about.put("status", stack.status().name());
    return about;
  }

  private static Map<Metric, Number> found(StackReport stack) {
    Map<Metric, Number> values = new EnumMap<>(drift(stack.resources()));
    values.put(Metric.RESOURCES, stack.summary().managed());
    values.put(Metric.COVERAGE, stack.summary().coverage() * 100);
    values.put(Metric.UNREADABLE, stack.summary().unreadable());
    values.put(Metric.UNSUPPORTED, stack.summary().unsupported());
    return values;
  }

  /** How many drift, by severity. */
  static Map<Metric, Number> drift(List<ResourceReport> resources) {
    Map<Metric, Number> values = new EnumMap<>(Metric.class);
    for (Severity severity : Severity.values()) {
      values.put(
          Metric.drift(severity),
          resources.stream().filter(each -> drifted(each, severity)).count());
    }
    return values;
  }

  private static boolean drifted(ResourceReport resource, Severity severity) {
    return resource.drift() && resource.severity().orElse(Severity.LOW) == severity;
  }
}
