package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The projects that run code, and their roles. */
class RemediationTest {

  private final Templates templates = Assemblies.EVERYTHING.only("Remediation");

  @Test
  void each_stack_has_two_projects_with_a_role_each() {
    assertThat(templates.all("AWS::CodeBuild::Project"))
        .extracting(project -> project.path("Name").asText())
        .containsExactlyInAnyOrder(
            "plumbline-plan-net-prod-c09da2e5120f",
            "plumbline-apply-net-prod-c09da2e5120f",
            "plumbline-plan-shop",
            "plumbline-apply-shop");
    assertThat(templates.all("AWS::CodeBuild::Project"))
        .extracting(project -> project.path("ServiceRole").toString())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_role_is_trusted_by_its_own_project_alone() {
    for (JsonNode project : templates.all("AWS::CodeBuild::Project")) {
      String role = Templates.plain(project.path("ServiceRole")).replaceAll("[{}]|\\.Arn", "");
      JsonNode trust = RightsTest.trust(templates.function(role));

      assertThat(trust.path("Principal").path("Service").asText())
          .isEqualTo("codebuild.amazonaws.com");
      assertThat(Templates.plain(trust.at("/Condition/StringEquals/aws:SourceArn")))
          .isEqualTo(
              "arn:{AWS::Partition}:codebuild:eu-west-1:111122223333:project/"
                  + project.path("Name").asText());
      assertThat(templates.function(role).path("PermissionsBoundary").asText())
          .isEqualTo("arn:aws:iam::111122223333:policy/boundary");
    }
  }

  @Test
  void the_buildspec_is_the_runners_word_by_word_and_the_source_is_its_folder() throws IOException {
    Path runner = Path.of("../remediation/src/main/resources/dev/plumbline/remediation/runner");
    for (JsonNode project : templates.all("AWS::CodeBuild::Project")) {
      String kind = project.path("Name").asText().contains("-plan-") ? "plan" : "apply";
      assertThat(project.at("/Source/BuildSpec").asText())
          .isEqualTo(Files.readString(runner.resolve("buildspec-" + kind + ".yml")));
      assertThat(project.at("/Source/Type").asText()).isEqualTo("S3");
      assertThat(project.has("Cache")).isFalse();
    }
  }

  @Test
  void an_apply_runs_alone_and_may_end_by_itself() {
    assertThat(templates.all("AWS::CodeBuild::Project"))
        .allSatisfy(
            project -> {
              assertThat(project.path("TimeoutInMinutes").asInt()).isEqualTo(55);
              boolean applies = project.path("Name").asText().contains("-apply-");
              assertThat(project.path("ConcurrentBuildLimit").asInt(0)).isEqualTo(applies ? 1 : 0);
            });
  }

  @Test
  void the_plan_role_writes_plans_alone() {
    assertThat(templates.resourcesOf("plannetprod", "s3:PutObject"))
        .singleElement()
        .asString()
        .endsWith("PlansBucket75181818Arn}/plans/net%2Fprod/*");
    assertThat(templates.actionsOf("plannetprod"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "s3:GetObject",
            "s3:GetBucketLocation",
            "s3:ListBucket",
            "s3:PutObject",
            "secretsmanager:GetSecretValue",
            "kms:Decrypt",
            "kms:GenerateDataKey");
    assertThat(denied("plannetprod"))
        .contains("sts:AssumeRole", "codebuild:StartBuild", "dynamodb:PutItem");
  }

  @Test
  void the_apply_role_writes_the_state_and_its_lock_and_never_approvals() {
    assertThat(templates.resourcesOf("applynetprod", "s3:PutObject"))
        .containsExactlyInAnyOrder(
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/net/terraform.tfstate",
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/net/terraform.tfstate.tflock");
    assertThat(templates.resourcesOf("applyshop", "s3:DeleteObject")).isEmpty();
    assertThat(templates.resourcesOf("applyshop", "dynamodb:PutItem"))
        .containsExactly(
            "arn:{AWS::Partition}:dynamodb:eu-west-1:111122223333:table/arrakis-locks");
    assertThat(denied("applynetprod"))
        .contains("sts:AssumeRole", "codebuild:StartBuild", "dynamodb:*");
  }

  @Test
  void the_git_token_is_a_secret_and_no_order_can_set_another_variable() {
    JsonNode project = templates.all("AWS::CodeBuild::Project").getFirst();
    Map<String, String> types = new TreeMap<>();
    Templates.elements(project.at("/Environment/EnvironmentVariables"))
        .forEach(each -> types.put(each.path("Name").asText(), each.path("Type").asText()));

    assertThat(types)
        .containsEntry("PLUMBLINE_GIT_TOKEN", "SECRETS_MANAGER")
        .containsEntry("TF_VAR_region", "PLAINTEXT")
        .containsKeys("PLUMBLINE_PLAN_BUCKET", "PLUMBLINE_TOOL_URL", "PLUMBLINE_TOOL_SHA256")
        .doesNotContainKey("PLUMBLINE_ORDER");
  }

  private List<String> denied(String role) {
    return templates
        .statementsOf(role)
        .filter(statement -> statement.path("Effect").asText().equals("Deny"))
        .flatMap(statement -> Templates.texts(statement.path("Action")))
        .toList();
  }
}
