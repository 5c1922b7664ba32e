package dev.plumbline.cdk;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.targets.LambdaInvoke;
import software.constructs.Construct;

/** The functions that see to it that remediations go on: a build has ended, or time has passed. */
final class ProgressFunctions {

  private static final int MEMORY_MIB = 512;
  private static final Duration TIMEOUT = Duration.minutes(1);

  /** A plan waits an hour; what a crash left lying is picked up within this. */
  private static final Duration SWEEP = Duration.minutes(5);

  private final Construct scope;
  private final Platform platform;

  ProgressFunctions(Construct scope, Platform platform) {
    this.scope = scope;
    this.platform = platform;
  }

  ServiceFunction sweep() {
    ServiceFunction function = made("SweepFunction", "goes on with what was left lying");
    Schedule.Builder.create(function, "Schedule")
        .description("Plumbline: goes on with remediations")
        .schedule(ScheduleExpression.rate(SWEEP))
        .enabled(platform.remediation().isOn())
        .target(
            LambdaInvoke.Builder.create(function.live())
                // The next one comes soon.
                .retryAttempts(0)
                .maxEventAge(SWEEP)
                .deadLetterQueue(platform.deadLetters())
                .build())
        .build();
    return function;
  }

  ServiceFunction build() {
    ServiceFunction function = made("BuildFunction", "hears that a build has ended");
    if (platform.remediation().isOn()) {
      Rule.Builder.create(function, "Ended")
          .description("Plumbline: a plan or an apply has ended")
          .eventPattern(ended(platform.remediation()))
          .targets(
              List.of(
                  LambdaFunction.Builder.create(function.live())
                      .deadLetterQueue(platform.deadLetters())
                      .retryAttempts(3)
                      .maxEventAge(Duration.hours(1))
                      .build()))
          .build();
    }
    return function;
  }

  private static EventPattern ended(RemediationSettings remediation) {
    SortedMap<String, Object> detail = new TreeMap<>();
    detail.put("build-status", List.of("SUCCEEDED", "FAILED", "FAULT", "STOPPED", "TIMED_OUT"));
    // All their names would not fit into a rule; a build of nobody's is left alone.
    detail.put(
        "project-name",
        Stream.of(RunnerKind.values())
            .map(kind -> Map.of("prefix", kind.prefix(remediation.prefix())))
            .toList());
    return EventPattern.builder()
        .source(List.of("aws.codebuild"))
        .detailType(List.of("CodeBuild Build State Change"))
        .detail(detail)
        .build();
  }

  private ServiceFunction made(String name, String what) {
    ServiceFunction function =
        new ServiceFunction(
            scope, platform, new ServiceFunction.Spec(name, what, MEMORY_MIB, TIMEOUT));
    new Grants(platform, function.rights()).remember("GetItem", "BatchGetItem", "Query");
    function.set("APPROVAL_QUEUE_URL", platform.queues().approvals().getQueueUrl());
    function
        .rights()
        .allow(
            "QueueWork", List.of(platform.queues().approvals().getQueueArn()), "sqs:SendMessage");
    return function;
  }
}
