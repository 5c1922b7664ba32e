package dev.plumbline.cdk;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A function that does the work of one queue: scans, plans, answers where it was asked. */
final class DeskFunction {

  /** The longest that Lambda gives: a scan in it takes eight minutes at most. */
  private static final Duration TIMEOUT = Duration.minutes(15);

  private static final int AT_ONCE = 10;

  private final ServiceFunction function;

  /**
   * @param projects those of which it may start builds
   */
  private DeskFunction(
      Construct scope,
      Platform platform,
      String name,
      String what,
      Queue queue,
      List<String> projects) {
    function =
        new ServiceFunction(
            scope,
            platform,
            new ServiceFunction.Spec(
                name, what, platform.deployment().function().memoryMiB(), TIMEOUT));
    Scanning.equip(function, platform);
    Scanning.mayPlan(function, platform);
    new Grants(platform, function.rights()).run(projects);
    function.set("MAX_RECEIVES", String.valueOf(WorkQueues.ATTEMPTS));
    function
        .live()
        .addEventSource(
            SqsEventSource.Builder.create(queue)
                // One message has all of the function's time.
                .batchSize(1)
                .reportBatchItemFailures(true)
                .maxConcurrency(AT_ONCE)
                .build());
  }

  /** What people ask for. */
  static DeskFunction work(Construct scope, Platform platform) {
    return new DeskFunction(
        scope,
        platform,
        "WorkFunction",
        "does what people ask for",
        platform.queues().commands(),
        platform.remediation().planProjects());
  }

  /** What may end in something being applied: nobody else may start the projects that apply. */
  static DeskFunction approval(Construct scope, Platform platform) {
    return new DeskFunction(
        scope,
        platform,
        "ApprovalFunction",
        "checks approvals, and goes on with what was approved",
        platform.queues().approvals(),
        Stream.concat(
                platform.remediation().planProjects().stream(),
                platform.remediation().applyProjects().stream())
            .toList());
  }

  ServiceFunction function() {
    return function;
  }
}
