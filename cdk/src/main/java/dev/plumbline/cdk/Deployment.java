package dev.plumbline.cdk;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
 * @param schedule when every stack is scanned
 * @param schedules when groups of stacks are scanned beyond that
 * @param configuration where {@code plumbline.yaml} lies, {@code s3://bucket/key} or {@code
 *     ssm:/name}; "" for {@code plumbline.yaml} in the service's own bucket
 * @param states the states to read: {@code s3://bucket/key}, {@code *} standing for anything
 * @param lockTables DynamoDB lock tables, by name or ARN
 * @param decryptKeys ARNs of the KMS keys that states, configuration or secrets are encrypted with
 * @param assumeRoles ARNs of the roles that read other accounts
 * @param githubTokenSecret the secret with the GitHub token, by its complete ARN
 * @param secrets the other secrets that the service may read
 * @param alertEmails who is told by mail; each address has to confirm
 * @param logRetentionDays how long logs are kept
 * @param reportRetentionDays how long reports are kept
 */
public record Deployment(
    String stackName,
    String account,
    String region,
    FunctionSettings function,
    RunSettings runs,
    ScheduleSettings schedule,
    List<GroupSchedule> schedules,
    String configuration,
    List<String> states,
    List<String> lockTables,
    List<String> decryptKeys,
    List<String> assumeRoles,
    String githubTokenSecret,
    SecretSettings secrets,
    RemediationSettings remediation,
    EventSettings events,
    List<String> alertEmails,
    int logRetentionDays,
    int reportRetentionDays) {

  public Deployment {
    schedules = List.copyOf(schedules);
    states = List.copyOf(states);
    lockTables = List.copyOf(lockTables);
    decryptKeys = List.copyOf(decryptKeys);
    assumeRoles = List.copyOf(assumeRoles);
    alertEmails = List.copyOf(alertEmails);
  }

  /**
   * How the functions run.
   *
   * @param zip the zip with {@code lib/*.jar}, or a directory laid out alike
   * @param architecture {@code arm64} or {@code x86_64}
   * @param memoryMiB of those that scan
   * @param timeoutMinutes of the one that scans in runs
   * @param scansAtOnce how many stacks a run scans at once
   * @param snapStart whether they start from a snapshot of a started one
   */
  public record FunctionSettings(
      String zip,
      String architecture,
      int memoryMiB,
      int timeoutMinutes,
      int scansAtOnce,
      boolean snapStart) {}

  /**
   * Runs over many stacks.
   *
   * @param toleratedFailurePercentage of how many stacks nothing may be read before the run counts
   *     as failed; all others are scanned and told of either way
   * @param alarmAfter after how many runs in a row a stack that was not scanned is an alarm
   */
  public record RunSettings(int toleratedFailurePercentage, int alarmAfter) {}

  /**
   * When every stack is scanned.
   *
   * @param expression in EventBridge Scheduler's form
   * @param timezone an IANA name
   */
  public record ScheduleSettings(String expression, String timezone, boolean enabled) {}

  /**
   * Hearing of changes as they are made.
   *
   * @param organization whose accounts may forward theirs, {@code o-…}; "" for none
   */
  public record EventSettings(boolean enabled, String organization) {}

  /**
   * When some stacks are scanned.
   *
   * @param name what the schedule is called
   * @param timezone an IANA name, "" for that of {@code schedule}
   * @param stacks by their names in {@code plumbline.yaml}
   */
  public record GroupSchedule(
      String name,
      String expression,
      @JsonSetter(nulls = Nulls.AS_EMPTY) String timezone,
      List<String> stacks) {

    public GroupSchedule {
      stacks = List.copyOf(stacks);
    }
  }

  /**
   * Secrets of Secrets Manager, by complete ARN.
   *
   * @param webhook what GitHub signs deliveries with; "" for one that is made
   * @param slackSigning what {@code slack.signingSecret} names
   * @param publishing all others that {@code plumbline.yaml} names: Slack's bot token, further
   *     tokens, a GitHub App's key
   */
  public record SecretSettings(String webhook, String slackSigning, List<String> publishing) {

    public SecretSettings {
      publishing = List.copyOf(publishing);
    }
  }

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
