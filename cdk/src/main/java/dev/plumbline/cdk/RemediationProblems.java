package dev.plumbline.cdk;

import dev.plumbline.cdk.RemediationSettings.RemediatedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with the settings of remediation: all of it. */
final class RemediationProblems {

  private static final String POLICY_ARN = "arn:aws[\\w-]*:iam::(\\d{12}|aws):policy/[\\w+=,.@/-]+";

  /** A role's policy names each one's projects, and ends at some hundred ARNs. */
  private static final int MOST = 30;

  private final List<String> problems = new ArrayList<>();

  private RemediationProblems() {}

  static List<String> of(RemediationSettings remediation) {
    RemediationProblems found = new RemediationProblems();
    found.checkRunner(remediation);
    int count = remediation.stacks().size();
    found.check(count <= MOST, "stacks", String.valueOf(count), "%d at most".formatted(MOST));
    Set<String> names = new TreeSet<>();
    for (RemediatedStack stack : remediation.stacks()) {
      found.checkStack(stack);
      found.check(names.add(stack.name()), "stacks", stack.name(), "each stack once");
    }
    return List.copyOf(found.problems);
  }

  private void checkRunner(RemediationSettings remediation) {
    String prefix = remediation.prefix();
    check(prefix.matches("[A-Za-z0-9][\\w-]{0,29}"), "prefix", prefix, "up to 30 letters");
    check(!remediation.image().isBlank(), "image", remediation.image(), "an image");
    String url = remediation.toolUrl();
    check(url.matches("|https://\\S+"), "toolUrl", url, "https://…");
    String hash = remediation.toolSha256();
    check(
        hash.matches(url.isEmpty() ? "" : "[0-9a-f]{64}"),
        "toolSha256",
        hash,
        "the SHA-256 of toolUrl's zip, and nothing without one");
    String token = remediation.gitTokenSecret();
    check(
        token.matches("|" + DeploymentProblems.SECRET_ARN),
        "gitTokenSecret",
        token,
        "a secret's complete ARN");
    String base = remediation.gitBase();
    check(base.matches("https://\\S+"), "gitBase", base, "https://…");
    int minutes = remediation.timeoutMinutes();
    check(
        minutes >= 11 && minutes <= 490,
        "timeoutMinutes",
        String.valueOf(minutes),
        "11 to 490, ten more than a run may take");
    String boundary = remediation.permissionsBoundary();
    check(boundary.matches("|" + POLICY_ARN), "permissionsBoundary", boundary, "a policy's ARN");
  }

  private void checkStack(RemediatedStack stack) {
    String key = "stacks." + stack.name();
    check(!stack.name().isBlank(), "stacks.name", stack.name(), "the stack's name");
    check(
        S3Location.isOne(stack.state()) && !stack.state().contains("*"),
        key + ".state",
        stack.state(),
        "s3://bucket/key");
    check(
        stack.lockTable().matches("|" + DeploymentProblems.TABLE),
        key + ".lockTable",
        stack.lockTable(),
        "a table's name or ARN");
    checkPolicies(key + ".planPolicies", stack.planPolicies());
    checkPolicies(key + ".applyPolicies", stack.applyPolicies());
    stack
        .variables()
        .keySet()
        .forEach(
            name ->
                check(
                    name.matches("[A-Za-z_]\\w*") && !name.startsWith("PLUMBLINE_"),
                    key + ".variables",
                    name,
                    "variables' names that do not begin with PLUMBLINE_"));
  }

  private void checkPolicies(String key, List<String> policies) {
    check(
        !policies.isEmpty() && policies.size() <= 9,
        key,
        policies.toString(),
        "one to nine policies");
    policies.forEach(arn -> check(arn.matches(POLICY_ARN), key, arn, "a policy's ARN"));
  }

  private void check(boolean right, String key, String value, String wanted) {
    if (!right) {
      problems.add("remediation.%s is \"%s\"; it takes %s".formatted(key, value, wanted));
    }
  }
}
