package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentFileTest {

  @Test
  void an_empty_file_deploys_the_defaults() {
    Deployment deployment = DeploymentFile.parse("deployment.json", "{}");

    assertThat(deployment.schedule())
        .isEqualTo(new Deployment.ScheduleSettings("cron(0 9 ? * MON *)", "UTC", true));
    assertThat(deployment.function().architecture()).isEqualTo("arm64");
    assertThat(deployment.configurationLocation()).isEmpty();
  }

  @Test
  void a_missing_file_deploys_the_defaults_unless_it_was_named() {
    Path missing = Path.of("no-such-deployment.json");

    assertThat(DeploymentFile.readIfPresent(missing))
        .isEqualTo(DeploymentFile.parse("deployment.json", "{}"));
    assertThatThrownBy(() -> DeploymentFile.read(missing))
        .isInstanceOf(InvalidDeployment.class)
        .hasMessageContaining("no-such-deployment.json")
        .hasMessageContaining("-c deployment=FILE");
  }

  @Test
  void one_setting_of_a_section_leaves_the_others_at_their_defaults() {
    Deployment deployment =
        DeploymentFile.parse("deployment.json", "{\"function\": {\"memoryMiB\": 2048}}");

    assertThat(deployment.function().memoryMiB()).isEqualTo(2048);
    assertThat(deployment.function().timeoutMinutes()).isEqualTo(15);
  }

  @Test
  void the_example_in_the_readme_is_valid() {
    Deployment example = DeploymentFile.read(Path.of("deployment.example.json"));

    assertThat(example.stateLocations())
        .contains(new S3Location("arrakis-tfstate", "production/terraform.tfstate"));
  }

  @Test
  void a_group_without_a_timezone_has_that_of_the_schedule() {
    Deployment deployment =
        DeploymentFile.parse(
            "deployment.json",
            """
            {"schedules": [{"name": "a", "expression": "rate(1 day)", "stacks": ["x"]}]}""");

    assertThat(deployment.schedules())
        .containsExactly(new Deployment.GroupSchedule("a", "rate(1 day)", "", List.of("x")));
  }

  @Test
  void nothing_is_remediated_unless_a_stack_is_named() {
    assertThat(DeploymentFile.parse("deployment.json", "{}").remediation().isOn()).isFalse();
  }

  @Test
  void every_problem_is_named_at_once() {
    String json =
        """
        {"account": "123", "schedule": {"timezone": "Mars/Olympus"}, "states": ["arrakis-tfstate/key"]}""";

    assertThatThrownBy(() -> DeploymentFile.parse("prod.json", json))
        .isInstanceOf(InvalidDeployment.class)
        .hasMessageContainingAll(
            "prod.json cannot be used",
            "account is \"123\"; it takes 12 digits",
            "schedule.timezone is \"Mars/Olympus\"",
            "states is \"arrakis-tfstate/key\"; it takes s3://bucket/key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"state": []}                         | state is no key; did you mean states?
          {"schedule": {"timeZone": "UTC"}}     | schedule.timeZone is no key; did you mean timezone?
          {"colour": "red"}                     | colour is no key
          {"function": {"memoryMiB": 64}}       | function.memoryMiB is "64"; it takes 512 to 10240
          {"function": {"architecture": "arm"}} | it takes arm64 or x86_64
          {"function": "fast"}                  | could not be understood
          {"stackName": 7}                      | could not be understood
          {"stackName": null}                   | could not be understood
          {"logRetentionDays": 91}              | it takes one of [7, 14, 30, 60, 90,
          {"decryptKeys": ["alias/aws/s3"]}     | a key's ARN (not an alias)
          {"assumeRoles": ["*"]}                | it takes a role's ARN
          {"configuration": "s3://bucket/*"}    | it takes s3://bucket/key or ssm:/name
          {"githubTokenSecret": "github-token"} | a secret's complete ARN
          {"secrets": {"webhook": "hush"}}      | secrets.webhook is "hush"; it takes a secret's complete ARN
          {"secrets": {"slackSignig": ""}}      | did you mean slackSigning?
          {"schedules": [{"name": "a b", "expression": "rate(1 day)", "stacks": ["x"]}]} | letters, digits and hyphens
          {"schedules": [{"name": "a", "expression": "daily", "stacks": ["x"]}]} | schedules.a.expression is "daily"
          {"schedules": [{"name": "a", "expression": "rate(1 day)", "stacks": []}]} | schedules.a.stacks is "[]"
          {"schedules": [{"name": "a", "expression": "rate(1 day)"}]} | could not be understood
          {"remediation": {"toolUrl": "http://x/y.zip"}} | remediation.toolUrl is "http://x/y.zip"; it takes https
          {"remediation": {"toolUrl": "https://x/y.zip"}} | remediation.toolSha256 is ""
          {"remediation": {"timeoutMinutes": 5}} | 11 to 490
          {"remediation": {"stacks": [{"name": "x", "state": "s3://bucket/a*", "planPolicies": ["arn:aws:iam::aws:policy/ReadOnlyAccess"], "applyPolicies": ["arn:aws:iam::111122223333:policy/x"]}]}} | remediation.stacks.x.state is "s3://bucket/a*"
          {"remediation": {"stacks": [{"name": "x", "state": "s3://bucket/a", "planPolicies": ["ReadOnlyAccess"], "applyPolicies": []}]}} | remediation.stacks.x.applyPolicies is "[]"
          {"region": "eu-west-1", "region": ""} | could not be understood
          []                                    | does not hold a JSON object
          """,
      quoteCharacter = '\0')
  void a_value_that_cannot_be_used_is_refused(String json, String message) {
    assertThatThrownBy(() -> DeploymentFile.parse("deployment.json", json))
        .isInstanceOf(InvalidDeployment.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "s3://bucket-a/live/plumbline.yaml, s3://bucket-a/live/plumbline.yaml",
    "ssm:/plumbline/configuration, ssm:/plumbline/configuration"
  })
  void a_configuration_is_handed_on_as_it_was_written(String configured, String uri) {
    assertThat(ConfigurationLocation.parse(configured).uri()).isEqualTo(uri);
  }
}
