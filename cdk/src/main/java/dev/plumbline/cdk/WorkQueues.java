package dev.plumbline.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Where work waits, and what was given up. Approvals have a queue of their own, because only the
 * function behind it may start what applies a plan.
 */
final class WorkQueues extends Construct {

  /** How often a message is handed out before it is put aside. */
  static final int ATTEMPTS = 3;

  /** What works on a message has ended by then, and it is tried again. */
  static final Duration VISIBILITY = Duration.minutes(16);

  private final Queue deadLetters;
  private final Queue deadWork;
  private final Queue commands;
  private final Queue approvals;

  WorkQueues(Construct scope, Alarms alarms) {
    super(scope, "Queues");
    deadLetters = made("DeadLetters").retentionPeriod(Duration.days(14)).build();
    deadWork = made("DeadWork").retentionPeriod(Duration.days(14)).build();
    commands = working("Commands");
    approvals = working("Approvals");
    watch(alarms);
  }

  /** Invocations that were given up: scans, events, schedules. */
  IQueue deadLetters() {
    return deadLetters;
  }

  /** What people asked for. */
  Queue commands() {
    return commands;
  }

  /** What may end in something being applied. */
  Queue approvals() {
    return approvals;
  }

  /** All of them by what they are called on the dashboard. */
  Map<String, Queue> all() {
    return Map.of(
        "Commands",
        commands,
        "Approvals",
        approvals,
        "DeadWork",
        deadWork,
        "DeadLetters",
        deadLetters);
  }

  private Queue working(String id) {
    return made(id)
        .visibilityTimeout(VISIBILITY)
        .retentionPeriod(Duration.days(4))
        .deadLetterQueue(
            DeadLetterQueue.builder().queue(deadWork).maxReceiveCount(ATTEMPTS).build())
        .build();
  }

  private Queue.Builder made(String id) {
    return Queue.Builder.create(this, id).encryption(QueueEncryption.SQS_MANAGED).enforceSsl(true);
  }

  private void watch(Alarms alarms) {
    MetricOptions most = MetricOptions.builder().period(Alarms.PERIOD).statistic("Maximum").build();
    for (Queue dead : List.of(deadLetters, deadWork)) {
      alarms.atLeast(
          dead, Alarms.Kind.DEAD_LETTERS, dead.metricApproximateNumberOfMessagesVisible(most), 1);
    }
    for (Queue waiting : List.of(commands, approvals)) {
      alarms.atLeast(
          waiting,
          Alarms.Kind.QUEUE_AGE,
          waiting.metricApproximateAgeOfOldestMessage(most),
          Duration.minutes(30).toSeconds());
    }
  }
}
