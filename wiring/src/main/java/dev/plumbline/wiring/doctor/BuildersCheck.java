package dev.plumbline.wiring.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * Who may start a project that applies, beside the function that checks approvals: a build's
 * overrides are its role's rights, so whoever may start it needs no approval.
 */
record BuildersCheck(
    CodeBuildClient projects, IamClient iam, Optional<Deployed> deployed, Place place)
    implements Check {

  private static final List<String> STARTING =
      List.of("codebuild:StartBuild", "codebuild:StartBuildBatch");

  private static final String APPROVES = "ApprovalFunction";
  private static final int NAMED = 20;

  /** More are named without IAM having been asked again. */
  private static final int SIMULATED = 50;

  /** Where an account's projects are. */
  interface Place {
    String arn(String project);
  }

  @Override
  public String name() {
    return "builders";
  }

  @Override
  public Outcome look() {
    String prefix = deployed.flatMap(it -> it.variable("RUNNER_PREFIX")).orElse("plumbline");
    List<String> applying =
        projects.listProjectsPaginator().projects().stream()
            .filter(each -> each.startsWith(prefix + "-apply-"))
            .sorted()
            .toList();
    if (applying.isEmpty()) {
      return new Outcome.Skipped("No project applies anything (%s-apply-…).".formatted(prefix));
    }
    Rights rights = Rights.of(iam.getAccountAuthorizationDetailsPaginator());
    TreeSet<String> others = new TreeSet<>();
    applying.forEach(each -> others.addAll(starters(rights, place.arn(each))));
    others.removeAll(approving());
    return Outcome.warned(
        others.isEmpty() ? List.of() : List.of(fault(others, applying)),
        "Only %s may start the %d projects that apply.".formatted(APPROVES, applying.size()));
  }

  private List<String> starters(Rights rights, String project) {
    TreeSet<String> maybe = new TreeSet<>();
    STARTING.forEach(action -> maybe.addAll(rights.allowed(action, project)));
    if (maybe.size() > SIMULATED) {
      return List.copyOf(maybe);
    }
    return maybe.stream().filter(each -> simulated(each, project)).toList();
  }

  /** IAM knows boundaries and the organisation's policies too; whom it cannot tell of stays. */
  private boolean simulated(String principal, String project) {
    try {
      return iam
          .simulatePrincipalPolicy(
              request ->
                  request.policySourceArn(principal).actionNames(STARTING).resourceArns(project))
          .evaluationResults()
          .stream()
          .anyMatch(each -> each.evalDecision() == PolicyEvaluationDecisionType.ALLOWED);
    } catch (SdkException _) {
      return true;
    }
  }

  private List<String> approving() {
    return deployed.flatMap(it -> it.function(APPROVES)).map(FunctionConfiguration::role).stream()
        .toList();
  }

  private static Fault fault(TreeSet<String> others, List<String> applying) {
    List<String> named = new ArrayList<>(others).subList(0, Math.min(NAMED, others.size()));
    String more = others.size() > NAMED ? " and %d more".formatted(others.size() - NAMED) : "";
    return new Fault(
        "These may start %s: %s%s."
            .formatted(
                applying.size() == 1
                    ? applying.getFirst()
                    : applying.size() + " projects that apply",
                named.stream().collect(Collectors.joining(", ")),
                more),
        "Whoever starts a build may override what it runs, and needs no approval for it.",
        "Take codebuild:StartBuild and StartBuildBatch on these projects from them, or deny it to all"
            + " but the approval function by a service control policy.");
  }
}
