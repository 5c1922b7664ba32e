package dev.plumbline.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Announces that the service itself failed: silence must never be taken for "no drift". */
final class FailureAlarms extends Construct {

  private static final Duration PERIOD = Duration.minutes(5);

  private final Topic alerts;

  FailureAlarms(Construct scope, Function scan, Queue deadLetters, Topic alerts) {
    super(scope, "Alarms");
    this.alerts = alerts;
    whenAny(
        "ScanFailed",
        "A Plumbline scan failed: see the function's log. What it should have scanned is not known to be clean.",
        scan.metricErrors(MetricOptions.builder().period(PERIOD).statistic("Sum").build()));
    whenAny(
        "ScanGivenUp",
        "A Plumbline scan was given up: its input and error are in the dead-letter queue.",
        deadLetters.metricApproximateNumberOfMessagesVisible(
            MetricOptions.builder().period(PERIOD).statistic("Maximum").build()));
  }

  private void whenAny(String id, String description, IMetric metric) {
    Alarm.Builder.create(this, id)
        .alarmDescription(description)
        .metric(metric)
        .threshold(1)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .evaluationPeriods(1)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(new SnsAction(alerts));
  }
}
