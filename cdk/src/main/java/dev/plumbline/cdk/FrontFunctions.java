package dev.plumbline.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** The functions that take requests over HTTP, and queue what takes time. */
final class FrontFunctions {

  private static final int MEMORY_MIB = 512;

  /** GitHub waits ten seconds, and Slack three. */
  private static final Duration QUICK = Duration.seconds(10);

  /** An HTTP API waits thirty. */
  private static final Duration GATEWAY = Duration.seconds(29);

  private final Construct scope;
  private final Platform platform;

  FrontFunctions(Construct scope, Platform platform) {
    this.scope = scope;
    this.platform = platform;
  }

  ServiceFunction webhook() {
    ServiceFunction function = made("WebhookFunction", "takes GitHub's webhook", QUICK);
    Grants grants = new Grants(platform, function.rights());
    grants.readDeploymentKey();
    grants.readSecrets("ReadWebhookSecret", List.of(platform.webhookSecretArn()));
    function
        .rights()
        .allow("DecryptWhatIsRead", platform.deployment().decryptKeys(), "kms:Decrypt");
    grants.remember("GetItem", "BatchGetItem", "Query", "PutItem", "DeleteItem");
    function.set("WEBHOOK_SECRET_ARN", platform.webhookSecretArn());
    return function;
  }

  ServiceFunction slack() {
    ServiceFunction function = made("SlackFunction", "takes commands and buttons of Slack", QUICK);
    Grants grants = new Grants(platform, function.rights());
    grants.readConfiguration();
    grants.readSecrets("ReadSigningSecret", signingSecret());
    grants.remember("GetItem", "PutItem", "DeleteItem");
    return function;
  }

  ServiceFunction api() {
    ServiceFunction function = made("ApiFunction", "answers the HTTP API", GATEWAY);
    Grants grants = new Grants(platform, function.rights());
    grants.remember("GetItem", "BatchGetItem", "Query", "PutItem");
    String bucket = platform.storage().reports().bucket().getBucketArn();
    Rights rights = function.rights();
    rights.allow("ReadReports", List.of(bucket + "/" + ReportBucket.REPORTS + "*"), "s3:GetObject");
    rights.listBucket("FindReports", bucket, List.of(ReportBucket.REPORTS + "*"));
    rights.allow("TellPeople", List.of(identityCenterRoles(rights)), "iam:GetRole");
    return function;
  }

  private ServiceFunction made(String name, String what, Duration timeout) {
    ServiceFunction function =
        new ServiceFunction(
            scope, platform, new ServiceFunction.Spec(name, what, MEMORY_MIB, timeout));
    WorkQueues queues = platform.queues();
    function.set("COMMAND_QUEUE_URL", queues.commands().getQueueUrl());
    function.set("APPROVAL_QUEUE_URL", queues.approvals().getQueueUrl());
    function
        .rights()
        .allow(
            "QueueWork",
            List.of(queues.commands().getQueueArn(), queues.approvals().getQueueArn()),
            "sqs:SendMessage");
    return function;
  }

  private List<String> signingSecret() {
    String arn = platform.deployment().secrets().slackSigning();
    return arn.isEmpty() ? List.of() : List.of(arn);
  }

  /** Only Identity Center makes roles there. */
  private static String identityCenterRoles(Rights rights) {
    return rights.globalArn("iam", "role/aws-reserved/sso.amazonaws.com/*");
  }
}
