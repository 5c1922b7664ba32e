package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanRoleTest {

  private final SynthesisedStack template;

  ScanRoleTest(@TempDir Path folder) throws IOException {
    template = SynthesisedStack.withEverySetting(folder);
  }

  @Test
  void no_statement_allows_a_wildcard_action() {
    assertThat(template.statements()).hasSizeGreaterThan(20);
    assertThat(
            template
                .statements()
                .flatMap(statement -> SynthesisedStack.texts(statement.path("Action"))))
        .noneMatch(action -> action.contains("*") && !action.equals("kms:GenerateDataKey*"));
  }

  @Test
  void only_actions_that_read_and_cannot_be_scoped_are_allowed_on_every_resource() {
    assertThat(
            template
                .statements()
                .filter(
                    statement ->
                        SynthesisedStack.texts(statement.path("Resource")).anyMatch("*"::equals))
                .flatMap(statement -> SynthesisedStack.texts(statement.path("Action"))))
        .hasSizeGreaterThan(50)
        .allMatch(
            action ->
                action.matches(
                    "apigateway:GET|budgets:ViewBudget|[a-z0-9-]+:(Get|List|Describe|BatchGet|Head)[A-Za-z0-9]+"))
        .doesNotContain("s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter");
  }

  @Test
  void all_that_the_readers_declare_is_allowed() {
    List<String> declared =
        ReaderPermissions.bundled().actionsByService().values().stream()
            .flatMap(actions -> actions.stream())
            .toList();

    assertThat(
            template
                .statements()
                .flatMap(statement -> SynthesisedStack.texts(statement.path("Action"))))
        .containsAll(declared);
  }

  @Test
  void what_is_configured_may_be_read_and_no_more() {
    assertThat(template.resourcesOf("s3:GetObjectVersion"))
        .containsExactlyInAnyOrder(
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/production/terraform.tfstate",
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/production/terraform.tfstate.tflock",
            "arn:{AWS::Partition}:s3:::arrakis-tfstate/env:/*");
    assertThat(template.resourcesOf("dynamodb:GetItem"))
        .containsExactly(
            "arn:{AWS::Partition}:dynamodb:eu-west-1:%s:table/arrakis-locks"
                .formatted(SynthesisedStack.ACCOUNT));
    assertThat(template.resourcesOf("ssm:GetParameter"))
        .containsExactly(
            "arn:{AWS::Partition}:ssm:eu-west-1:%s:parameter/plumbline/configuration"
                .formatted(SynthesisedStack.ACCOUNT));
    assertThat(template.resourcesOf("sts:AssumeRole"))
        .containsExactly("arn:aws:iam::444455556666:role/plumbline-reader");
    assertThat(template.resourcesOf("secretsmanager:GetSecretValue"))
        .containsExactlyInAnyOrder(
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:plumbline/github-AbCdEf",
            "{" + template.idOf("AWS::SecretsManager::Secret") + "}");
    assertThat(template.resourcesOf("kms:Decrypt"))
        .containsExactlyInAnyOrder(
            "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "{" + template.idOf("AWS::KMS::Key") + ".Arn}");
  }

  @Test
  void what_is_written_stays_within_the_service() {
    assertThat(template.resourcesOf("s3:PutObject"))
        .containsExactlyInAnyOrder(
            "{%s.Arn}/reports/*".formatted(template.idOf("AWS::S3::Bucket")),
            "{%s.Arn}/fingerprints/*".formatted(template.idOf("AWS::S3::Bucket")));
    assertThat(template.resourcesOf("sns:Publish"))
        .containsExactly("{" + template.idOf("AWS::SNS::Topic") + "}");
  }
}
