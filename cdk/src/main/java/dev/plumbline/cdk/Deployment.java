package dev.plumbline.cdk;

import java.util.List;
import java.util.Optional;

/**
 * What to deploy and what the service may read; one file, see {@code README.md}. Checked by {@link
 * DeploymentProblems}; "" stands for what is not configured. Immutable.
 *
 * @param stackName the CloudFormation stack's name
 * @param account the 12-digit account to deploy to, "" for the one the CDK command line is signed
 *     in to
 * @param region the region to deploy to, "" for the CDK command line's
 * @param configuration where {@code plumbline.yaml} lies, {@code s3://bucket/key} or {@code
 *     ssm:/name}; "" for {@code plumbline.yaml} in the service's own bucket
 * @param states the states to read: {@code s3://bucket/key}, {@code *} standing for anything
 * @param lockTables DynamoDB lock tables, by name or ARN
 * @param decryptKeys ARNs of the KMS keys that states, configuration or secrets are encrypted with
 * @param assumeRoles ARNs of the roles that read other accounts
 * @param githubTokenSecret the secret with the GitHub token, by its complete ARN
 * @param alertEmails who is told by mail; each address has to confirm
 * @param logRetentionDays how long logs are kept
 * @param reportRetentionDays how long reports are kept
 */
public record Deployment(
    String stackName,
    String account,
    String region,
    FunctionSettings function,
    ScheduleSettings schedule,
    String configuration,
    List<String> states,
    List<String> lockTables,
    List<String> decryptKeys,
    List<String> assumeRoles,
    String githubTokenSecret,
    List<String> alertEmails,
    int logRetentionDays,
    int reportRetentionDays) {

  public Deployment {
    states = List.copyOf(states);
    lockTables = List.copyOf(lockTables);
    decryptKeys = List.copyOf(decryptKeys);
    assumeRoles = List.copyOf(assumeRoles);
    alertEmails = List.copyOf(alertEmails);
  }

  /**
   * How the scan function runs.
   *
   * @param zip the zip with {@code lib/*.jar}, or a directory laid out alike
   * @param architecture {@code arm64} or {@code x86_64}
   */
  public record FunctionSettings(
      String zip, String architecture, int memoryMiB, int timeoutMinutes) {}

  /**
   * When every stack is scanned.
   *
   * @param expression in EventBridge Scheduler's form
   * @param timezone an IANA name
   */
  public record ScheduleSettings(String expression, String timezone, boolean enabled) {}

  /** The configured {@code plumbline.yaml}; empty where it lies in the service's own bucket. */
  Optional<ConfigurationLocation> configurationLocation() {
    return configuration.isEmpty()
        ? Optional.empty()
        : Optional.of(ConfigurationLocation.parse(configuration));
  }

  /** The states to read, taken apart. */
  List<S3Location> stateLocations() {
    return states.stream().map(S3Location::parse).toList();
  }
}
