package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may start what runs code. */
class StartingBuildsTest {

  private static final String ARN = "arn:{AWS::Partition}:%s:eu-west-1:111122223333:%s";
  private static final String APPLY = ARN.formatted("codebuild", "project/plumbline-apply-shop");
  private static final String PLAN = ARN.formatted("codebuild", "project/plumbline-plan-shop");

  private final Templates templates = Assemblies.EVERYTHING;

  @Test
  void only_the_function_that_checks_approvals_may_start_what_applies() {
    assertThat(templates.resourcesOf("ApprovalFunction", "codebuild:StartBuild"))
        .contains(PLAN, APPLY);
    assertThat(templates.resourcesOf("WorkFunction", "codebuild:StartBuild"))
        .contains(PLAN)
        .noneMatch(arn -> arn.contains("apply"));
    assertThat(templates.resourcesOf("ScanFunction", "codebuild:StartBuild"))
        .contains(PLAN)
        .noneMatch(arn -> arn.contains("apply"));
    assertThat(
            templates
                .ofType("AWS::IAM::Policy")
                .map(Map.Entry::getKey)
                .filter(
                    policy ->
                        templates.resourcesOf(policy, "codebuild:StartBuild").contains(APPLY)))
        .singleElement()
        .asString()
        .startsWith("ApprovalFunction");
  }

  @Test
  void nothing_may_be_started_where_no_remediation_is_configured() {
    assertThat(
            Assemblies.DEFAULTS
                .statements()
                .flatMap(statement -> Templates.texts(statement.path("Action"))))
        .noneMatch(action -> action.startsWith("codebuild:Start"));
    assertThat(Assemblies.DEFAULTS.byName()).doesNotContainKey("Remediation");
  }
}
