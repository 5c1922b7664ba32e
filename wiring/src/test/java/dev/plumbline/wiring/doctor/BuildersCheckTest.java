package dev.plumbline.wiring.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.ListProjectsRequest;
import software.amazon.awssdk.services.codebuild.model.ListProjectsResponse;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.UserDetail;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

class BuildersCheckTest {

  private static final String IAM = "arn:aws:iam::123456789012:";
  private static final String EVERYTHING =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

  @Test
  void whoever_may_start_what_applies_without_being_asked_is_named() {
    Outcome outcome = check(new Account(""), "plumbline-apply-shop", "plumbline-plan-shop").look();

    assertThat(outcome).isInstanceOf(Outcome.Warn.class);
    Fault fault = ((Outcome.Warn) outcome).faults().getFirst();
    assertThat(fault.what())
        .contains("plumbline-apply-shop", IAM + "role/admin", IAM + "user/ana")
        .doesNotContain(IAM + "role/plumbline/approval", IAM + "role/reader");
    assertThat(fault.action()).contains("codebuild:StartBuild");
  }

  @Test
  void whom_iam_knows_to_be_bounded_is_not_named() {
    Outcome outcome = check(new Account(IAM + "user/ana"), "plumbline-apply-shop").look();

    assertThat(((Outcome.Warn) outcome).faults().getFirst().what())
        .contains(IAM + "role/admin")
        .doesNotContain(IAM + "user/ana");
  }

  @Test
  void nothing_that_applies_needs_nobody_kept_from_it() {
    assertThat(check(new Account(""), "plumbline-plan-shop", "other").look())
        .isInstanceOf(Outcome.Skipped.class);
  }

  private static BuildersCheck check(IamClient iam, String... projects) {
    FunctionConfiguration approval =
        FunctionConfiguration.builder().role(IAM + "role/plumbline/approval").build();
    return new BuildersCheck(
        new Projects(List.of(projects)),
        iam,
        Optional.of(new Deployed("Plumbline", Map.of("ApprovalFunction", approval))),
        project -> "arn:aws:codebuild:us-east-1:123456789012:project/" + project);
  }

  private record Projects(List<String> names) implements CodeBuildClient {

    @Override
    public ListProjectsResponse listProjects(ListProjectsRequest request) {
      return ListProjectsResponse.builder().projects(names).build();
    }

    @Override
    public String serviceName() {
      return "codebuild";
    }

    @Override
    public void close() {}
  }

  /** An administrator by a managed policy, a user by a group, and two who may do other things. */
  private record Account(String bounded) implements IamClient {

    @Override
    public GetAccountAuthorizationDetailsResponse getAccountAuthorizationDetails(
        GetAccountAuthorizationDetailsRequest request) {
      return request.marker() == null ? principals() : policies();
    }

    private static GetAccountAuthorizationDetailsResponse principals() {
      return GetAccountAuthorizationDetailsResponse.builder()
          .roleDetailList(
              role("admin").attachedManagedPolicies(attached("Administrator")).build(),
              role("plumbline/approval").rolePolicyList(inline(EVERYTHING)).build(),
              role("reader")
                  .rolePolicyList(inline(EVERYTHING.replace("\"*\",", "\"s3:*\",")))
                  .build())
          .userDetailList(UserDetail.builder().arn(IAM + "user/ana").groupList("builders").build())
          .isTruncated(true)
          .marker("more")
          .build();
    }

    private static GetAccountAuthorizationDetailsResponse policies() {
      return GetAccountAuthorizationDetailsResponse.builder()
          .groupDetailList(
              GroupDetail.builder()
                  .groupName("builders")
                  .groupPolicyList(inline(EVERYTHING.replace("\"*\",", "\"codebuild:*\",")))
                  .build())
          .policies(
              ManagedPolicyDetail.builder()
                  .arn(IAM + "policy/Administrator")
                  .policyVersionList(
                      PolicyVersion.builder().isDefaultVersion(true).document(EVERYTHING).build())
                  .build())
          .isTruncated(false)
          .build();
    }

    @Override
    public SimulatePrincipalPolicyResponse simulatePrincipalPolicy(
        SimulatePrincipalPolicyRequest request) {
      if (bounded.isEmpty()) {
        throw IamException.builder().message("you may not").build();
      }
      String decision = request.policySourceArn().equals(bounded) ? "implicitDeny" : "allowed";
      return SimulatePrincipalPolicyResponse.builder()
          .evaluationResults(EvaluationResult.builder().evalDecision(decision).build())
          .build();
    }

    private static RoleDetail.Builder role(String name) {
      return RoleDetail.builder().arn(IAM + "role/" + name);
    }

    private static AttachedPolicy attached(String name) {
      return AttachedPolicy.builder().policyArn(IAM + "policy/" + name).build();
    }

    private static PolicyDetail inline(String document) {
      return PolicyDetail.builder().policyDocument(document).build();
    }

    @Override
    public String serviceName() {
      return "iam";
    }

    @Override
    public void close() {}
  }
}
