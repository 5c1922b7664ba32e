package dev.plumbline.functions.metrics;

import dev.plumbline.engine.Severity;

/** Everything that is told in figures. */
public enum Metric {
  /** Findings of that severity in one stack. */
  DRIFT_LOW("DriftLow", "Count"),
  DRIFT_MEDIUM("DriftMedium", "Count"),
  DRIFT_HIGH("DriftHigh", "Count"),
  DRIFT_CRITICAL("DriftCritical", "Count"),
  /** Managed resources of one stack. */
  RESOURCES("Resources", "Count"),
  /** Those of one stack that have a real verdict. */
  COVERAGE("Coverage", "Percent"),
  UNREADABLE("Unreadable", "Count"),
  UNSUPPORTED("Unsupported", "Count"),
  /** 1 for a stack that could not be scanned. */
  STACKS_FAILED("StacksFailed", "Count"),
  /** 1 for a stack that was locked for too long. */
  STACKS_DEFERRED("StacksDeferred", "Count"),
  /** Stacks of one run. */
  STACKS("Stacks", "Count"),
  /** Requests to AWS of one run, repeated ones too. */
  API_CALLS("ApiCalls", "Count"),
  /** How often AWS asked one run to call less often. */
  THROTTLES("Throttles", "Count"),
  /** Of one run, publishing included. */
  SCAN_DURATION("ScanDuration", "Milliseconds"),
  /** Of one run, in US dollars. */
  ESTIMATED_COST("EstimatedCost", "None"),
  /** How long the oldest message of a batch had waited. */
  QUEUE_AGE("QueueAge", "Seconds");

  private final String title;
  private final String unit;

  Metric(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** What CloudWatch knows it by. */
  public String title() {
    return title;
  }

  /** One of CloudWatch's units. */
  public String unit() {
    return unit;
  }

  static Metric drift(Severity severity) {
    return switch (severity) {
      case LOW -> DRIFT_LOW;
      case MEDIUM -> DRIFT_MEDIUM;
      case HIGH -> DRIFT_HIGH;
      case CRITICAL -> DRIFT_CRITICAL;
    };
  }
}
