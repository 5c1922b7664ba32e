package dev.plumbline.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleTargetInput;
import software.amazon.awscdk.services.scheduler.TimeWindow;
import software.amazon.awscdk.services.scheduler.targets.LambdaInvoke;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** When every stack is scanned. */
final class ScanSchedule extends Construct {

  /** No stack named: all of them. */
  private static final String ALL_STACKS = "{}";

  ScanSchedule(
      Construct scope, Deployment.ScheduleSettings settings, Function scan, Queue deadLetters) {
    super(scope, "Schedule");
    Schedule.Builder.create(this, "AllStacks")
        .description("Plumbline: scans every stack")
        .schedule(
            ScheduleExpression.expression(settings.expression(), TimeZone.of(settings.timezone())))
        .timeWindow(TimeWindow.off())
        .enabled(settings.enabled())
        .target(
            LambdaInvoke.Builder.create(scan)
                .input(ScheduleTargetInput.fromText(ALL_STACKS))
                .retryAttempts(3)
                .maxEventAge(Duration.hours(1))
                .deadLetterQueue(deadLetters)
                .build())
        .build();
  }
}
