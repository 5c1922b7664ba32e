package dev.plumbline.cdk;

import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Announces what scans tell in figures, beside what they tell of each stack. */
final class ScanAlarms extends Construct {

  /** A scan of a large account is asked for patience now and then, and has it. */
  private static final int MANY_THROTTLES = 1_000;

  /** In US dollars. */
  private static final int DEAR = 1;

  ScanAlarms(Construct scope, Alarms alarms, ServiceMetrics metrics) {
    super(scope, "Scans");
    atLeast(alarms, Alarms.Kind.CRITICAL_DRIFT, metrics, "DriftCritical", 1);
    atLeast(alarms, Alarms.Kind.UNREADABLE, metrics, "Unreadable", 1);
    atLeast(alarms, Alarms.Kind.STACKS_FAILED, metrics, "StacksFailed", 1);
    atLeast(alarms, Alarms.Kind.THROTTLED, metrics, "Throttles", MANY_THROTTLES);
    alarms.atLeast(
        this, Alarms.Kind.COST, metrics.of("EstimatedCost", "Sum", Duration.days(1)), DEAR);
  }

  private void atLeast(
      Alarms alarms, Alarms.Kind kind, ServiceMetrics metrics, String name, int threshold) {
    alarms.atLeast(this, kind, metrics.of(name, "Sum", Alarms.PERIOD), threshold);
  }
}
