package dev.plumbline.cdk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Drift detection: the scan, when it runs, what it may read, and who hears of it. */
final class DetectionStack extends Stack {

  DetectionStack(Construct scope, Deployment deployment, ReaderPermissions readers) {
    super(scope, deployment.stackName(), properties(deployment));
    AlertTopic alerts = new AlertTopic(this, deployment.alertEmails());
    ReportBucket reports = new ReportBucket(this, deployment.reportRetentionDays());
    Queue deadLetters = deadLetters();
    Secret deploymentKey = deploymentKey();
    ScanRole scanRole = new ScanRole(this, deployment, readers);
    scanRole.use(reports);
    alerts.topic().grantPublish(scanRole.role());
    deploymentKey.grantRead(scanRole.role());
    ScanFunction scan =
        new ScanFunction(
            this,
            deployment,
            scanRole.role(),
            deadLetters,
            environment(deployment, alerts, reports, deploymentKey));
    new ScanSchedule(this, deployment.schedule(), scan.function(), deadLetters);
    new FailureAlarms(this, scan.function(), deadLetters, alerts.topic());
    describe(deployment, alerts, reports, scan);
  }

  private static StackProps properties(Deployment deployment) {
    return StackProps.builder()
        .description("Plumbline: finds drift between infrastructure code and the live cloud")
        .env(
            Environment.builder()
                .account(configured(deployment.account(), "CDK_DEFAULT_ACCOUNT"))
                .region(configured(deployment.region(), "CDK_DEFAULT_REGION"))
                .build())
        .build();
  }

  /** Null leaves the choice to whoever deploys the template. */
  private static @Nullable String configured(String value, String variable) {
    return value.isEmpty() ? System.getenv(variable) : value;
  }

  private Queue deadLetters() {
    return Queue.Builder.create(this, "DeadLetters")
        .encryption(QueueEncryption.SQS_MANAGED)
        .enforceSsl(true)
        .retentionPeriod(Duration.days(14))
        .build();
  }

  /**
   * Fingerprints and the marker in each GitHub issue are HMACs with this key. Kept when the stack
   * is deleted: with another key no issue of ours would be found again.
   */
  private Secret deploymentKey() {
    return Secret.Builder.create(this, "DeploymentKey")
        .description("Plumbline's key for fingerprints and issue markers")
        .generateSecretString(
            SecretStringGenerator.builder().passwordLength(64).excludePunctuation(true).build())
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private static Map<String, String> environment(
      Deployment deployment, AlertTopic alerts, ReportBucket reports, Secret deploymentKey) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("CONFIG_URI", configurationUri(deployment, reports));
    environment.put("TOPIC_ARN", alerts.topic().getTopicArn());
    environment.put("REPORT_BUCKET", reports.bucket().getBucketName());
    environment.put("DEPLOYMENT_KEY_SECRET_ARN", deploymentKey.getSecretArn());
    if (!deployment.githubTokenSecret().isEmpty()) {
      environment.put("GITHUB_TOKEN_SECRET_ARN", deployment.githubTokenSecret());
    }
    return environment;
  }

  private static String configurationUri(Deployment deployment, ReportBucket reports) {
    return deployment
        .configurationLocation()
        .map(ConfigurationLocation::uri)
        .orElseGet(
            () ->
                "s3://%s/%s"
                    .formatted(reports.bucket().getBucketName(), ReportBucket.CONFIGURATION));
  }

  private void describe(
      Deployment deployment, AlertTopic alerts, ReportBucket reports, ScanFunction scan) {
    output(
        "ConfigurationUri", "Where plumbline.yaml is read", configurationUri(deployment, reports));
    output("FunctionName", "Invoke it to scan now", scan.function().getFunctionName());
    output("TopicArn", "Subscribe to it to hear of drift", alerts.topic().getTopicArn());
    output("ReportBucketName", "Reports and fingerprints", reports.bucket().getBucketName());
    if (deployment.states().isEmpty()) {
      Annotations.of(this)
          .addWarningV2(
              "plumbline:no-states",
              "No state may be read: name the state objects under \"states\" in deployment.json.");
    }
  }

  private void output(String id, String description, String value) {
    CfnOutput.Builder.create(this, id).description(description).value(value).build();
  }
}
