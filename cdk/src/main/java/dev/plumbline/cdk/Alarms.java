package dev.plumbline.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** Announces that the service itself failed: silence must never be taken for "no drift". */
final class Alarms {

  static final Duration PERIOD = Duration.minutes(5);

  private final ITopic topic;

  Alarms(ITopic topic) {
    this.topic = topic;
  }

  /** What an alarm is about; each has a page in {@code docs/runbooks}. */
  enum Kind {
    ERRORS("Errors", "function-errors", "ended in an error, see its log"),
    THROTTLES("Throttles", "function-throttles", "was not started, for want of concurrency"),
    RUN_FAILED("Failed", "run-failed", "ended in a failure, see its execution"),
    RUN_TIMED_OUT("TimedOut", "run-failed", "took longer than a run may"),
    RUN_ABORTED("Aborted", "run-failed", "was stopped before its end"),
    DURATION("Duration", "function-duration", "took nine tenths of the time it may take"),
    DEAD_LETTERS("NotEmpty", "dead-letters", "holds what was given up"),
    QUEUE_AGE("Age", "queue-age", "holds work that nobody did for half an hour"),
    CRITICAL_DRIFT("CriticalDrift", "critical-drift", "found critical drift"),
    UNREADABLE("Unreadable", "unreadable", "could not read some resources"),
    STACKS_FAILED("StacksFailed", "stacks-failed", "could not scan some stacks"),
    THROTTLED("Throttled", "throttled", "was asked by AWS to call less often, a thousand times"),
    COST("Cost", "run-cost", "cost more in a day than it should in a month"),
    DEAD_CHANGES("NotEmpty", "dead-changes", "holds changes that could not be looked at"),
    CHANGE_AGE("Age", "change-age", "holds a change that nobody looked at for half an hour");

    private final String id;
    private final String page;
    private final String what;

    Kind(String id, String page, String what) {
      this.id = id;
      this.page = page;
      this.what = what;
    }

    /** The file of its page. */
    String runbook() {
      return "docs/runbooks/%s.md".formatted(page);
    }
  }

  /** Rings when the metric reaches the threshold in one period. */
  void atLeast(Construct watched, Kind kind, IMetric metric, Number threshold) {
    Alarm.Builder.create(watched, kind.id)
        .alarmDescription(
            "Plumbline: %s %s. What to do: %s"
                .formatted(watched.getNode().getId(), kind.what, kind.runbook()))
        .metric(metric)
        .threshold(threshold)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .evaluationPeriods(1)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(new SnsAction(topic));
  }
}
