package dev.plumbline.wiring.doctor;

import dev.plumbline.live.ReadPolicies;
import dev.plumbline.live.aws.AwsTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/**
 * Whoever scans may call what the readers call: IAM is asked to simulate it. Service control
 * policies are part of that, resources' own policies are not.
 *
 * @param principal says who scans, by the ARN of a user or role; not asked before the check is made
 */
record PermissionsCheck(IamClient iam, AwsTypes types, Principal principal) implements Check {

  /** Of one request. */
  private static final int AT_ONCE = 100;

  private static final int NAMED = 20;

  /** Asks for the object where it only wants its metadata; left to whoever manages objects. */
  private static final String LEFT_OUT = "s3:GetObject";

  /** Who scans. */
  interface Principal {
    String arn();
  }

  @Override
  public String name() {
    return "permissions";
  }

  @Override
  public Outcome look() {
    String arn = principal.arn();
    if (arn.endsWith(":root")) {
      return new Outcome.Ok("The account's root user may read everything.");
    }
    List<String> actions = actions();
    List<String> denied = new ArrayList<>();
    for (int from = 0; from < actions.size(); from += AT_ONCE) {
      denied.addAll(denied(arn, actions.subList(from, Math.min(actions.size(), from + AT_ONCE))));
    }
    return denied.isEmpty()
        ? new Outcome.Ok("%s may make all %d calls.".formatted(arn, actions.size()))
        : new Outcome.Failed(List.of(fault(arn, denied)));
  }

  private List<String> actions() {
    return ReadPolicies.of(types, types.types()).documents().stream()
        .flatMap(document -> document.values().stream())
        .flatMap(Collection::stream)
        .filter(action -> !action.equals(LEFT_OUT))
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> denied(String arn, List<String> actions) {
    return iam
        .simulatePrincipalPolicyPaginator(
            request -> request.policySourceArn(arn).actionNames(actions))
        .evaluationResults()
        .stream()
        .filter(each -> each.evalDecision() != PolicyEvaluationDecisionType.ALLOWED)
        .map(EvaluationResult::evalActionName)
        .toList();
  }

  private static Fault fault(String arn, List<String> denied) {
    Stream<String> named = denied.stream().limit(NAMED);
    String more = denied.size() > NAMED ? " and %d more".formatted(denied.size() - NAMED) : "";
    return new Fault(
        "%s may not call %s%s.".formatted(arn, named.collect(Collectors.joining(", ")), more),
        "Resources that are read by them are reported as unreadable.",
        "Give it the policies that `plumbline permissions` prints, or deploy the current version.");
  }
}
