package dev.plumbline.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Where drift and the service's own failures are announced: encrypted, and by TLS only. */
final class Alerts extends NestedStack {

  private final Topic topic;
  private final Key key;

  Alerts(Construct scope, List<String> alertEmails) {
    super(scope, "Alerts");
    // The AWS managed key of SNS does not admit CloudWatch: its alarms would vanish silently.
    key =
        Key.Builder.create(this, "Key")
            .description("Encrypts Plumbline's alerts")
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    topic =
        Topic.Builder.create(this, "Topic")
            .displayName("Plumbline drift alerts")
            .masterKey(key)
            .enforceSsl(true)
            .build();
    key.addToResourcePolicy(fromAlarms("*", "kms:Decrypt", "kms:GenerateDataKey*"));
    topic.addToResourcePolicy(fromAlarms(topic.getTopicArn(), "sns:Publish"));
    alertEmails.forEach(address -> topic.addSubscription(new EmailSubscription(address)));
  }

  Topic topic() {
    return topic;
  }

  String keyArn() {
    return key.getKeyArn();
  }

  private PolicyStatement fromAlarms(String resource, String... actions) {
    return PolicyStatement.Builder.create()
        .sid("AlarmsOfThisAccount")
        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
        .actions(List.of(actions))
        .resources(List.of(resource))
        .conditions(
            Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
        .build();
  }
}
