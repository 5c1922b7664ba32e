package dev.plumbline.cdk;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The service: its functions and what starts them. What holds data, who is told, and what runs code
 * are stacks of their own within it, so that one command deploys all.
 */
final class PlumblineStack extends Stack {

  private final Platform platform;

  PlumblineStack(Construct scope, Deployment deployment, ReaderPermissions readers) {
    super(scope, deployment.stackName(), properties(deployment));
    Storage storage = new Storage(this, deployment);
    Alerts alerts = new Alerts(this, deployment.alertEmails());
    WorkQueues queues = new WorkQueues(this, new Alarms(alerts.topic()));
    platform = new Platform(deployment, storage, alerts, new ReaderPolicies(this, readers), queues);
    ScanFunction scan = new ScanFunction(this, platform);
    ScanRuns runs = new ScanRuns(this, platform, scan.function());
    new Schedules(this, platform, runs.machine());
    HttpFace http = new HttpFace(this, deployment, new FrontFunctions(this, platform));
    ProgressFunctions progress = new ProgressFunctions(this, platform);
    DeskFunction.work(this, platform);
    DeskFunction.approval(this, platform);
    progress.sweep();
    progress.build();
    SortedMap<String, Queue> waiting = new TreeMap<>(queues.all());
    if (deployment.events().enabled()) {
      waiting.putAll(new EventPath(this, platform).queues());
    }
    ServiceMetrics metrics = new ServiceMetrics(deployment.stackName());
    new ScanAlarms(this, new Alarms(alerts.topic()), metrics);
    new ServiceDashboard(this, functions(), waiting, metrics);
    if (deployment.remediation().isOn()) {
      new Remediation(this, deployment, storage.plans(), storage.table().getTableArn());
    }
    describe(scan, runs, http);
  }

  private List<ServiceFunction> functions() {
    return getNode().getChildren().stream()
        .filter(ServiceFunction.class::isInstance)
        .map(ServiceFunction.class::cast)
        .toList();
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

  private void describe(ScanFunction scan, ScanRuns runs, HttpFace http) {
    output("ConfigurationUri", "Where plumbline.yaml is read", platform.configurationUri());
    output("ScanRunArn", "Start it to scan now", runs.machine().getStateMachineArn());
    output(
        "FunctionName",
        "Invoke it to scan a stack or two",
        scan.function().live().getFunctionArn());
    output("TopicArn", "Subscribe to it to hear of drift", platform.alerts().topic().getTopicArn());
    output(
        "ReportBucketName",
        "Reports and fingerprints",
        platform.storage().reports().bucket().getBucketName());
    output("TableName", "What is remembered", platform.storage().table().getTableName());
    output("ApiUrl", "The HTTP API, for --remote and PLUMBLINE_REMOTE", http.url());
    output("WebhookUrl", "For GitHub's webhook", http.url() + HttpFace.WEBHOOK_PATH);
    output("WebhookSecretArn", "Holds the webhook's secret", platform.webhookSecretArn());
    output("SlackUrl", "For Slack's commands and buttons", http.url() + HttpFace.SLACK_PATH);
    if (platform.deployment().states().isEmpty()) {
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
