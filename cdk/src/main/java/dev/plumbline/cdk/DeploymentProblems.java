package dev.plumbline.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is wrong with a deployment's values: all of it, so that one correction is enough. */
final class DeploymentProblems {

  private static final String KEY_ARN = "arn:aws[\\w-]*:kms:[\\w-]+:\\d{12}:key/[\\w-]+";
  private static final String ROLE_ARN = "arn:aws[\\w-]*:iam::\\d{12}:role/[\\w+=,.@/-]+";
  static final String SECRET_ARN =
      "arn:aws[\\w-]*:secretsmanager:[\\w-]+:\\d{12}:secret:[\\w/+=.@-]+-\\w{6}";
  static final String TABLE =
      "[\\w.-]{3,255}|arn:aws[\\w-]*:dynamodb:[\\w-]+:\\d{12}:table/[\\w.-]{3,255}";

  private final List<String> problems = new ArrayList<>();

  private DeploymentProblems() {}

  static List<String> of(Deployment deployment) {
    DeploymentProblems found = new DeploymentProblems();
    found.checkPlace(deployment);
    found.checkFunction(deployment.function());
    found.checkRuns(deployment.runs());
    found.checkReads(deployment);
    found.checkSecrets(deployment);
    found.checkKeeping(deployment);
    found.matches(
        "events.organization",
        deployment.events().organization(),
        "|o-[a-z0-9]{10,32}",
        "an organisation's id, such as o-a1b2c3d4e5");
    found.problems.addAll(ScheduleProblems.of(deployment));
    found.problems.addAll(RemediationProblems.of(deployment.remediation()));
    return List.copyOf(found.problems);
  }

  private void checkPlace(Deployment deployment) {
    matches(
        "stackName",
        deployment.stackName(),
        "[A-Za-z][A-Za-z0-9-]{0,127}",
        "a letter, then letters, digits and hyphens");
    matches("account", deployment.account(), "|\\d{12}", "12 digits");
    matches(
        "region",
        deployment.region(),
        "|[a-z]{2}(-[a-z]+)+-\\d",
        "a region's code, such as eu-west-1");
  }

  private void checkFunction(Deployment.FunctionSettings function) {
    matches("function.architecture", function.architecture(), "arm64|x86_64", "arm64 or x86_64");
    within("function.memoryMiB", function.memoryMiB(), 512, 10_240);
    within("function.timeoutMinutes", function.timeoutMinutes(), 1, 15);
    within("function.scansAtOnce", function.scansAtOnce(), 1, 1_000);
    matches("function.zip", function.zip(), ".+", "the path of the functions' zip");
  }

  private void checkRuns(Deployment.RunSettings runs) {
    within("runs.toleratedFailurePercentage", runs.toleratedFailurePercentage(), 0, 100);
    within("runs.alarmAfter", runs.alarmAfter(), 1, 100);
  }

  private void checkReads(Deployment deployment) {
    each(
        "states",
        deployment.states(),
        S3Location::isOne,
        "s3://bucket/key, where the key may hold *");
    each(
        "lockTables",
        deployment.lockTables(),
        table -> table.matches(TABLE),
        "a table's name or ARN");
    each(
        "decryptKeys",
        deployment.decryptKeys(),
        key -> key.matches(KEY_ARN),
        "a key's ARN (not an alias)");
    each("assumeRoles", deployment.assumeRoles(), role -> role.matches(ROLE_ARN), "a role's ARN");
    if (!deployment.configuration().isEmpty()
        && !ConfigurationLocation.isOne(deployment.configuration())) {
      reject("configuration", deployment.configuration(), "s3://bucket/key or ssm:/name");
    }
  }

  private void checkSecrets(Deployment deployment) {
    Deployment.SecretSettings secrets = deployment.secrets();
    String wanted = "a secret's complete ARN, with its six last characters";
    matches("githubTokenSecret", deployment.githubTokenSecret(), "|" + SECRET_ARN, wanted);
    matches("secrets.webhook", secrets.webhook(), "|" + SECRET_ARN, wanted);
    matches("secrets.slackSigning", secrets.slackSigning(), "|" + SECRET_ARN, wanted);
    each("secrets.publishing", secrets.publishing(), arn -> arn.matches(SECRET_ARN), wanted);
  }

  private void checkKeeping(Deployment deployment) {
    each(
        "alertEmails",
        deployment.alertEmails(),
        mail -> mail.matches("[^@\\s]+@[^@\\s]+"),
        "a mail address");
    if (LogRetention.of(deployment.logRetentionDays()).isEmpty()) {
      reject(
          "logRetentionDays",
          String.valueOf(deployment.logRetentionDays()),
          "one of " + LogRetention.choices());
    }
    within("reportRetentionDays", deployment.reportRetentionDays(), 1, 3650);
  }

  private void each(String key, List<String> values, Predicate<String> accepts, String wanted) {
    values.stream().filter(accepts.negate()).forEach(value -> reject(key, value, wanted));
  }

  private void matches(String key, String value, String form, String wanted) {
    if (!value.matches(form)) {
      reject(key, value, wanted);
    }
  }

  private void within(String key, int value, int lowest, int highest) {
    if (value < lowest || value > highest) {
      reject(key, String.valueOf(value), "%d to %d".formatted(lowest, highest));
    }
  }

  private void reject(String key, String value, String wanted) {
    problems.add("%s is \"%s\"; it takes %s".formatted(key, value, wanted));
  }
}
