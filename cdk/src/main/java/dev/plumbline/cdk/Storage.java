package dev.plumbline.cdk;

import java.util.Optional;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** All that holds data. It outlives the stack: deleting it is a decision of its own. */
final class Storage extends NestedStack {

  static final String INDEX = "listings";

  private final Table table;
  private final ReportBucket reports;
  private final PlanBucket plans;
  private final Secret deploymentKey;
  private final Optional<Secret> webhookSecret;

  Storage(Construct scope, Deployment deployment) {
    super(scope, "Storage");
    table = makeTable();
    reports = new ReportBucket(this, deployment.reportRetentionDays());
    plans = new PlanBucket(this, deployment.remediation().isOn());
    deploymentKey = secret("DeploymentKey", "Plumbline's key for fingerprints and issue markers");
    webhookSecret =
        deployment.secrets().webhook().isEmpty()
            ? Optional.of(secret("WebhookSecret", "What GitHub signs its deliveries with"))
            : Optional.empty();
  }

  Table table() {
    return table;
  }

  ReportBucket reports() {
    return reports;
  }

  PlanBucket plans() {
    return plans;
  }

  /**
   * Fingerprints and the marker in each GitHub issue are HMACs with this key: with another one no
   * issue of ours would be found again.
   */
  Secret deploymentKey() {
    return deploymentKey;
  }

  /** Empty where one is configured. */
  Optional<Secret> webhookSecret() {
    return webhookSecret;
  }

  private Table makeTable() {
    Table made =
        Table.Builder.create(this, "Table")
            .partitionKey(text("pk"))
            .sortKey(text("sk"))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .timeToLiveAttribute("expires")
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    made.addGlobalSecondaryIndex(
        GlobalSecondaryIndexProps.builder()
            .indexName(INDEX)
            .partitionKey(text("listing"))
            .sortKey(text("rank"))
            .projectionType(ProjectionType.KEYS_ONLY)
            .build());
    return made;
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }

  private Secret secret(String id, String description) {
    return Secret.Builder.create(this, id)
        .description(description)
        .generateSecretString(
            SecretStringGenerator.builder().passwordLength(64).excludePunctuation(true).build())
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }
}
