package dev.plumbline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.ConfigurationException.Problem;
import dev.plumbline.engine.config.Settings.Lock;
import dev.plumbline.engine.config.StackEntry.Discovery;
import dev.plumbline.engine.config.StackEntry.Stack;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.ignore.IgnoreTags;
import dev.plumbline.engine.severity.SeverityRule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ConfigurationTest {

  @Test
  void the_full_example_is_read_whole() throws ConfigurationException {
    Configuration configuration = Configuration.parse(Examples.FULL, "plumbline.yaml");

    assertThat(configuration.defaults().region()).contains("us-east-1");
    assertThat(configuration.accounts().get("111122223333"))
        .isEqualTo(
            new Account(
                Optional.of("arn:aws:iam::111122223333:role/plumbline-reader"),
                Optional.of("x-1")));
    assertThat(configuration.stacks()).hasSize(2);
    assertThat(configuration.people()).hasSize(1);
    assertThat(configuration.ignore().getFirst().expires()).contains(LocalDate.of(2027, 1, 31));
    assertThat(configuration.ignore().getFirst().explanation())
        .isEqualTo(
            "ignored by rule \"aws_ecs_service.*\" desired_count: autoscaling"
                + " (owner @platform, until 2027-01-31)");
    assertThat(configuration.severity())
        .containsExactly(
            new SeverityRule(
                "resource.type == \"aws_security_group\" && change.path.startsWith(\"ingress\")",
                Severity.CRITICAL));
  }

  @Test
  void a_stack_takes_from_the_defaults_what_it_leaves_out() throws ConfigurationException {
    Configuration configuration = Configuration.parse(Examples.FULL, "plumbline.yaml");

    Stack stack = (Stack) configuration.stacks().getFirst();
    Settings settings = stack.settings();
    assertThat(stack.name()).isEqualTo("freeside-production");
    assertThat(settings.region()).contains("us-east-1");
    assertThat(settings.lock()).contains(new Lock.DynamoDb("arrakis-terraform-locks"));
    assertThat(settings.providers()).containsOnlyKeys("aws", "aws.us_west_2");
    assertThat(settings.providers())
        .extractingByKey("aws")
        .extracting(Settings.Provider::ignoreTags)
        .isEqualTo(new IgnoreTags(List.of("a"), List.of("kubernetes.io/")));
    Publish.GitHub github = settings.publish().github().orElseThrow();
    assertThat(github.repository()).isEqualTo("acme/infra");
    assertThat(github.labels()).containsExactly("drift", "production");
    assertThat(github.maxNewIssuesPerRun()).isEqualTo(5);
    assertThat(github.owners())
        .containsExactly(new Publish.Owner(new Glob("module.net.*"), "@acme/network"));
    assertThat(settings.remediation().orElseThrow().source().orElseThrow().directory())
        .isEqualTo("infra");
  }

  @Test
  void how_the_code_is_run_is_what_is_written() throws ConfigurationException {
    Configuration configuration = Configuration.parse(Examples.FULL, "plumbline.yaml");

    assertThat(configuration.stacks().getFirst().settings().remediation().orElseThrow().run())
        .isEqualTo(
            new CodeRun(
                Optional.of("blue"),
                Optional.of("1.11.4"),
                List.of("env/production.tfvars"),
                List.of("prod.s3.tfbackend", "region=eu-west-1"),
                Optional.of(Duration.ofSeconds(90)),
                Optional.of(Duration.ofHours(2))));
  }

  @Test
  void a_credential_among_the_backends_settings_is_not_repeated() {
    ConfigurationException e =
        refused(
            """
            version: 1
            stacks: [{name: a, state: x, remediation: {run: {backendConfig: [access_key=CANARY]}}}]
            """);

    assertThat(e).hasMessageContaining("no credentials");
    assertThat(e.getMessage()).doesNotContain("CANARY");
  }

  @Test
  void a_pattern_finds_states_at_any_depth() throws ConfigurationException {
    Configuration configuration = Configuration.parse(Examples.FULL, "plumbline.yaml");

    KeyPattern pattern = ((Discovery) configuration.stacks().get(1)).discover();
    assertThat(pattern.bucket()).isEqualTo("yoked-terraform-state");
    assertThat(pattern.prefix()).isEmpty();
    assertThat(pattern.matches("terraform.tfstate")).isTrue();
    assertThat(pattern.matches("a/b/terraform.tfstate")).isTrue();
    assertThat(pattern.matches("a/terraform.tfstate.backup")).isFalse();
    assertThat(pattern.matches("sandbox/x/terraform.tfstate")).isFalse();
  }

  static final List<Examples.Bad> bad = Examples.BAD;

  @ParameterizedTest
  @FieldSource("bad")
  void every_mistake_is_named_with_its_place(Examples.Bad example) {
    ConfigurationException e = refused(example.yaml());

    Problem problem = e.problems().getFirst();
    assertThat("%d:%d".formatted(problem.line(), problem.column())).isEqualTo(example.at());
    assertThat(problem.path()).isEqualTo(example.path());
    assertThat(problem.message() + " " + problem.action()).contains(example.says());
    assertThat(e.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2000000",
    "'runs: {}', 2000000",
    "'runs: {splitOver: 500kB}', 500000",
    "'runs: {splitOver: 20MB}', 20000000",
    "'runs: {splitOver: never}', 9223372036854775807"
  })
  void a_state_is_split_over_the_size_that_is_set_and_over_two_megabytes_where_none_is(
      String runs, long bytes) throws ConfigurationException {
    assertThat(Configuration.parse("version: 1\n" + runs, "test.yaml").runs())
        .isEqualTo(new RunSettings(bytes));
  }

  @Test
  void all_mistakes_are_named_at_once_in_order() {
    ConfigurationException e =
        refused(
            """
            version: 2
            defaults: {region: mars}
            stacks:
              - name: a
                state: a.tfstate
                lokc: s3
              - name: b
            """);

    assertThat(e)
        .hasMessage(
            """
            test.yaml has 4 problems:
              1:10 version: 2 is out of range. Write a whole number from 1 to 1.
              2:20 defaults.region: "mars" does not fit. Write a region code such as us-east-1.
              6:5 stacks[0].lokc: "lokc" is no key here. Did you mean "lock"?
              7:5 stacks[1]: "state" is missing. Add it.""");
  }

  @Test
  void a_token_in_place_of_its_secrets_name_is_not_repeated() {
    ConfigurationException e =
        refused(
            """
            version: 1
            defaults: {publish: {github: {repository: a/b, tokenSecret: ghp_CANARYCANARYCANARY}}}
            """);

    assertThat(e).hasMessageContaining("never the secret itself");
    assertThat(e.getMessage()).doesNotContain("CANARY");
  }

  @Test
  void aliases_that_grow_without_end_are_refused() {
    StringBuilder bomb = new StringBuilder("version: 1\na0: &a0 [x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(refused(bomb.toString())).hasMessageContaining("this is not YAML");
  }

  private static ConfigurationException refused(String yaml) {
    return catchThrowableOfType(
        ConfigurationException.class, () -> Configuration.parse(yaml, "test.yaml"));
  }
}
