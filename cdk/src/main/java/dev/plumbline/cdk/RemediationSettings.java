package dev.plumbline.cdk;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What runs the code of stacks that may be remediated; nothing, and no role that changes anything,
 * where {@code stacks} is empty. Immutable.
 *
 * @param prefix how the names of the projects begin
 * @param runner the folder of {@code plumbline-run} and its buildspecs
 * @param image the image that builds run in
 * @param toolUrl a zip with {@code terraform} or {@code tofu}; "" where the image has it
 * @param toolSha256 that zip's hash
 * @param gitTokenSecret who may read the code, a secret's complete ARN; "" for nobody in particular
 * @param gitBase the server with the code
 * @param timeoutMinutes of a build: ten more than a run may take
 * @param permissionsBoundary the ARN of a policy that bounds every runner's role; "" for none
 */
public record RemediationSettings(
    String prefix,
    String runner,
    String image,
    String toolUrl,
    String toolSha256,
    String gitTokenSecret,
    String gitBase,
    int timeoutMinutes,
    String permissionsBoundary,
    List<RemediatedStack> stacks) {

  public RemediationSettings {
    stacks = List.copyOf(stacks);
  }

  boolean isOn() {
    return !stacks.isEmpty();
  }

  /** The projects that plan. */
  List<String> planProjects() {
    return stacks.stream().map(stack -> RunnerKind.PLAN.project(prefix, stack.name())).toList();
  }

  /** The projects that apply. */
  List<String> applyProjects() {
    return stacks.stream().map(stack -> RunnerKind.APPLY.project(prefix, stack.name())).toList();
  }

  /**
   * A stack whose drift may be accepted or reverted.
   *
   * @param name as {@code plumbline.yaml} calls it
   * @param state its state, {@code s3://bucket/key}
   * @param lockTable the DynamoDB table with its lock, by name or ARN; "" for a lock file
   * @param planPolicies managed policies that may read what the code manages, by ARN
   * @param applyPolicies managed policies that may change what the code manages, by ARN
   * @param variables of both projects, such as {@code TF_VAR_…}; no secrets
   */
  public record RemediatedStack(
      String name,
      String state,
      @JsonSetter(nulls = Nulls.AS_EMPTY) String lockTable,
      List<String> planPolicies,
      List<String> applyPolicies,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> variables) {

    public RemediatedStack {
      planPolicies = List.copyOf(planPolicies);
      applyPolicies = List.copyOf(applyPolicies);
      variables = Map.copyOf(variables);
    }

    /** The variables in an order that never changes. */
    SortedMap<String, String> sortedVariables() {
      return new TreeMap<>(variables);
    }

    S3Location stateLocation() {
      return S3Location.parse(state);
    }
  }
}
