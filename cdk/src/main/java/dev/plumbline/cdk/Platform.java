package dev.plumbline.cdk;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * What every function is deployed with.
 *
 * @param readers what may be asked of live resources
 * @param queues where work waits
 */
record Platform(
    Deployment deployment,
    Storage storage,
    Alerts alerts,
    ReaderPolicies readers,
    WorkQueues queues) {

  /** What every function is told: where it belongs. */
  SortedMap<String, String> environment() {
    SortedMap<String, String> environment = new TreeMap<>();
    environment.put("CONFIG_URI", configurationUri());
    environment.put("REPORT_BUCKET", storage.reports().bucket().getBucketName());
    environment.put("DEPLOYMENT_KEY_SECRET_ARN", storage.deploymentKey().getSecretArn());
    environment.put("TABLE_NAME", storage.table().getTableName());
    return environment;
  }

  String configurationUri() {
    return deployment
        .configurationLocation()
        .map(ConfigurationLocation::uri)
        .orElseGet(
            () ->
                "s3://%s/%s"
                    .formatted(
                        storage.reports().bucket().getBucketName(), ReportBucket.CONFIGURATION));
  }

  String webhookSecretArn() {
    return storage
        .webhookSecret()
        .map(secret -> secret.getSecretArn())
        .orElseGet(() -> deployment.secrets().webhook());
  }

  /** The secrets with which something is published. */
  List<String> publishingSecrets() {
    return Stream.concat(
            Stream.of(deployment.githubTokenSecret()), deployment.secrets().publishing().stream())
        .filter(arn -> !arn.isEmpty())
        .toList();
  }

  RemediationSettings remediation() {
    return deployment.remediation();
  }

  IQueue deadLetters() {
    return queues.deadLetters();
  }
}
