package dev.plumbline.cdk;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.CfnEventBusPolicy;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Hears of changes as they are made: CloudTrail's records, by way of a rule and a queue. */
final class EventPath extends Construct {

  static final String FUNCTION = "EventFunction";

  /** How often a message is handed out before it is put aside. */
  static final int ATTEMPTS = 5;

  static final Duration TIMEOUT = Duration.minutes(5);

  /** Services take a moment until every answer shows a change. */
  private static final Duration DELAY = Duration.seconds(30);

  /** What comes meanwhile is looked at together. */
  private static final Duration WINDOW = Duration.seconds(30);

  private static final int MESSAGES = 1_000;
  private static final int AT_ONCE = 5;

  private final Queue dead;
  private final Queue changes;

  EventPath(Construct scope, Platform platform) {
    super(scope, "Events");
    dead = made("Dead").retentionPeriod(Duration.days(14)).build();
    changes =
        made("Changes")
            .deliveryDelay(DELAY)
            // Six times what a try may take, as Lambda's guide asks for.
            .visibilityTimeout(Duration.seconds(TIMEOUT.toSeconds().intValue() * 6))
            .retentionPeriod(Duration.days(4))
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(dead).maxReceiveCount(ATTEMPTS).build())
            .build();
    Rule.Builder.create(this, "Written")
        .description("Plumbline: somebody or something has changed something")
        .eventPattern(ChangePattern.ofAll())
        .targets(
            List.of(
                SqsQueue.Builder.create(changes).deadLetterQueue(platform.deadLetters()).build()))
        .build();
    admit(platform.deployment().events().organization());
    watch(new Alarms(platform.alerts().topic()));
    equip(scope, platform);
  }

  /** By what they are called on the dashboard. */
  Map<String, Queue> queues() {
    return Map.of("Changes", changes, "DeadChanges", dead);
  }

  private void equip(Construct scope, Platform platform) {
    ServiceFunction function =
        new ServiceFunction(
            scope,
            platform,
            new ServiceFunction.Spec(
                FUNCTION,
                "looks at what was changed, and says who did it",
                platform.deployment().function().memoryMiB(),
                TIMEOUT));
    Scanning.equip(function, platform);
    function.set("EVENT_QUEUE_URL", changes.getQueueUrl());
    function.rights().allow("LetChangesWait", List.of(changes.getQueueArn()), "sqs:SendMessage");
    function
        .live()
        .addEventSource(
            SqsEventSource.Builder.create(changes)
                .batchSize(MESSAGES)
                .maxBatchingWindow(WINDOW)
                .reportBatchItemFailures(true)
                .maxConcurrency(AT_ONCE)
                .build());
  }

  /** Lets the organisation's other accounts put on the bus what they forward. */
  private void admit(String organization) {
    if (!organization.isEmpty()) {
      CfnEventBusPolicy.Builder.create(this, "Forwarders")
          .statementId("PlumblineForwarders")
          .statement(admission(organization))
          .build();
    }
  }

  /** In an order that never changes, as the template is compared as text. */
  private SortedMap<String, Object> admission(String organization) {
    SortedMap<String, Object> statement = new TreeMap<>();
    statement.put("Sid", "PlumblineForwarders");
    statement.put("Effect", "Allow");
    statement.put("Principal", "*");
    statement.put("Action", "events:PutEvents");
    statement.put(
        "Resource",
        "arn:%s:events:%s:%s:event-bus/default"
            .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID));
    statement.put("Condition", Map.of("StringEquals", Map.of("aws:PrincipalOrgID", organization)));
    return statement;
  }

  private void watch(Alarms alarms) {
    MetricOptions most = MetricOptions.builder().period(Alarms.PERIOD).statistic("Maximum").build();
    alarms.atLeast(
        dead, Alarms.Kind.DEAD_CHANGES, dead.metricApproximateNumberOfMessagesVisible(most), 1);
    alarms.atLeast(
        changes,
        Alarms.Kind.CHANGE_AGE,
        changes.metricApproximateAgeOfOldestMessage(most),
        Duration.minutes(30).toSeconds());
  }

  private Queue.Builder made(String id) {
    return Queue.Builder.create(this, id).encryption(QueueEncryption.SQS_MANAGED).enforceSsl(true);
  }
}
