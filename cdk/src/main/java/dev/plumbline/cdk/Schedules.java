package dev.plumbline.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.services.scheduler.IScheduleTarget;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleTargetInput;
import software.amazon.awscdk.services.scheduler.TimeWindow;
import software.amazon.awscdk.services.scheduler.targets.StepFunctionsStartExecution;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * When stacks are scanned: all of them, and groups beyond that. Two runs at once are safe; of two
 * scans of one stack the one that began later counts.
 */
final class Schedules extends Construct {

  /** No stack named: all of them. */
  private static final Map<String, List<String>> ALL_STACKS = Map.of();

  private final Platform platform;
  private final StateMachine runs;

  Schedules(Construct scope, Platform platform, StateMachine runs) {
    super(scope, "Schedule");
    this.platform = platform;
    this.runs = runs;
    Deployment.ScheduleSettings all = platform.deployment().schedule();
    schedule("AllStacks", "every stack", all.expression(), all.timezone(), ALL_STACKS);
    for (Deployment.GroupSchedule group : platform.deployment().schedules()) {
      schedule(
          "Group-" + group.name(),
          "the group " + group.name(),
          group.expression(),
          group.timezone().isEmpty() ? all.timezone() : group.timezone(),
          Map.of("stacks", group.stacks()));
    }
  }

  private void schedule(
      String id, String what, String expression, String timezone, Map<String, List<String>> input) {
    Schedule.Builder.create(this, id)
        .description("Plumbline: scans " + what)
        .schedule(ScheduleExpression.expression(expression, TimeZone.of(timezone)))
        .timeWindow(TimeWindow.off())
        .enabled(platform.deployment().schedule().enabled())
        .target(target(input))
        .build();
  }

  private IScheduleTarget target(Map<String, List<String>> input) {
    return StepFunctionsStartExecution.Builder.create(runs)
        .input(ScheduleTargetInput.fromObject(input))
        .retryAttempts(3)
        .maxEventAge(Duration.hours(1))
        .deadLetterQueue(platform.deadLetters())
        .build();
  }
}
