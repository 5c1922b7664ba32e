package dev.plumbline.remediation.codebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Runner.ApplyOrder;
import dev.plumbline.remediation.Runner.Progress;
import dev.plumbline.remediation.Runner.Progress.Failed;
import dev.plumbline.remediation.codebuild.FakeHttp.Answer;
import dev.plumbline.remediation.codebuild.FakeHttp.Asked;
import dev.plumbline.remediation.runner.Orders;
import dev.plumbline.remediation.runner.RunExit;
import dev.plumbline.remediation.runner.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;

/** CodeBuild's own JSON on the wire, from its API reference. */
class CodeBuildRunnerTest {

  private static final String ID = "plumbline-plan-shop:11111111-2222-3333-4444-555555555555";

  private RunSettings settings = RunSettings.USUAL;
  private final Map<String, Answer> answers =
      new HashMap<>(
          Map.of(
              "ListBuildsForProject", Answer.ok("{\"ids\":[]}"),
              "StartBuild", Answer.ok("{\"build\":%s}".formatted(build("IN_PROGRESS", "", "")))));
  private final FakeHttp http = new FakeHttp(this::answer);
  private final CodeBuildRunner runner =
      new CodeBuildRunner(
          CodeBuildClient.builder()
              .httpClient(http)
              .region(Region.EU_WEST_1)
              .credentialsProvider(AnonymousCredentialsProvider.create())
              .build(),
          new Projects("plumbline"),
          stack -> settings,
          Clock.systemUTC());

  @Test
  void a_plan_is_a_build_of_the_stacks_plan_project_with_the_order_as_its_one_override()
      throws Exception {
    Run run = runner.plan(Orders.plan(Orders.of("acme/infra", "main"), "a.b[\"$(x)\"]"));

    JsonNode asked = http.asked("StartBuild").getFirst().json();
    assertThat(asked.propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "projectName", "idempotencyToken", "environmentVariablesOverride");
    assertThat(asked.path("projectName").asText()).isEqualTo("plumbline-plan-shop");
    assertThat(asked.path("idempotencyToken").asText()).hasSize(64);
    JsonNode variable = asked.path("environmentVariablesOverride").path(0);
    assertThat(asked.path("environmentVariablesOverride")).hasSize(1);
    assertThat(variable.path("name").asText()).isEqualTo("PLUMBLINE_ORDER");
    assertThat(variable.path("type").asText()).isEqualTo("PLAINTEXT");
    assertThat(variable.path("value").asText()).startsWith("{").doesNotContain("$");
    assertThat(run.kind()).isEqualTo(Run.Kind.PLAN);
    assertThat(run.reference()).isEqualTo(ID);
    assertThat(run.startedAt()).isEqualTo(Instant.ofEpochSecond(1_795_000_000));
    assertThat(run.log())
        .isEqualTo(
            "https://eu-west-1.console.aws.amazon.com/codesuite/codebuild/111122223333/projects/"
                + "plumbline-plan-shop/build/plumbline-plan-shop%3A11111111-2222-3333-4444-555555555555/?region=eu-west-1");
  }

  @Test
  void a_check_runs_where_plans_are_made_and_an_apply_where_it_alone_may() throws Exception {
    runner.check(Orders.plan(Orders.of("acme/infra", "main")));
    runner.apply(
        Orders.apply(Orders.of("acme/infra", "main"), "0".repeat(40), "v1", "1".repeat(64)));

    assertThat(http.asked("StartBuild"))
        .extracting(asked -> asked.json().path("projectName").asText())
        .containsExactly("plumbline-plan-shop", "plumbline-apply-shop");
    assertThat(order(0).path("run").asText()).isEqualTo("check");
    assertThat(order(0).path("lock").asBoolean()).as("the plan role may write no lock").isFalse();
    assertThat(order(1).path("run").asText()).isEqualTo("apply");
    assertThat(order(1).path("versionId").asText()).isEqualTo("v1");
  }

  @Test
  void the_same_order_has_the_same_token_and_another_one_another() throws Exception {
    runner.plan(Orders.plan(Orders.of("acme/infra", "main")));
    runner.plan(Orders.plan(Orders.of("acme/infra", "main")));
    runner.plan(Orders.plan(Orders.of("acme/infra", "main"), "a.b"));

    assertThat(http.asked("StartBuild").stream().map(this::token).distinct()).hasSize(2);
  }

  @Test
  void an_order_that_a_build_already_has_is_not_started_again() throws Exception {
    runner.plan(Orders.plan(Orders.of("acme/infra", "main")));
    String order =
        http.asked("StartBuild")
            .getFirst()
            .json()
            .findValue("environmentVariablesOverride")
            .toString();
    answers.put("ListBuildsForProject", Answer.ok("{\"ids\":[\"%s\"]}".formatted(ID)));
    answers.put(
        "BatchGetBuilds",
        Answer.ok(
            "{\"builds\":[%s]}"
                .formatted(
                    build(
                        "FAILED",
                        ",\"environment\":{\"environmentVariables\":%s}".formatted(order),
                        ""))));

    Run again = runner.plan(Orders.plan(Orders.of("acme/infra", "main")));

    assertThat(again.reference()).isEqualTo(ID);
    settings =
        new RunSettings(
            Optional.of("blue"),
            Optional.empty(),
            List.of(),
            List.of(),
            Duration.ZERO,
            Duration.ofMinutes(1));
    assertThat(runner.plan(Orders.plan(Orders.of("acme/infra", "main"))).reference())
        .as("settings are not the order")
        .isEqualTo(ID);
    assertThat(http.asked("StartBuild")).hasSize(1);
    runner.plan(Orders.plan(Orders.of("acme/infra", "main"), "a.b"));
    assertThat(http.asked("StartBuild")).hasSize(2);
  }

  @Test
  void an_apply_that_was_started_is_found_however_many_came_after_it() throws Exception {
    ApplyOrder order =
        Orders.apply(Orders.of("acme/infra", "main"), "0".repeat(40), "v1", "1".repeat(64));
    assertThat(runner.started(order)).isEmpty();
    runner.apply(order);
    String variables =
        http.asked("StartBuild")
            .getFirst()
            .json()
            .findValue("environmentVariablesOverride")
            .toString();
    answers.put("ListBuildsForProject", Answer.ok("{\"ids\":[\"newer\"],\"nextToken\":\"2\"}"));
    answers.put("ListBuildsForProject 2", Answer.ok("{\"ids\":[\"older\"]}"));
    answers.put("BatchGetBuilds", builds("[]"));
    answers.put("BatchGetBuilds older", builds(variables));

    assertThat(runner.started(order)).map(Run::reference).contains(ID);
    assertThat(http.asked("StartBuild")).hasSize(1);
  }

  private static Answer builds(String variables) {
    String environment = ",\"environment\":{\"environmentVariables\":%s}".formatted(variables);
    return Answer.ok("{\"builds\":[%s]}".formatted(build("SUCCEEDED", environment, "")));
  }

  @ParameterizedTest
  @CsvSource({
    "IN_PROGRESS,Running",
    "SUCCEEDED,Succeeded",
    "FAILED,Failed",
    "FAULT,Failed",
    "TIMED_OUT,Failed",
    "STOPPED,Failed",
    "NEWER_THAN_US,Failed"
  })
  void a_builds_status_says_how_far_a_run_is(String status, String expected) throws Exception {
    assertThat(progress(build(status, "", "")).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void a_failure_is_told_in_the_scripts_own_words_first() throws Exception {
    String exported =
        ",\"exportedEnvironmentVariables\":[{\"name\":\"PLUMBLINE_WHY\",\"value\":\"The state's lock is held.\\n\"}]";

    assertThat(progress(build("FAILED", exported, phase("BUILD", "exit status 18"))))
        .isEqualTo(new Failed("The state's lock is held."));
  }

  @Test
  void without_words_the_exit_status_tells() throws Exception {
    assertThat(
            progress(
                build(
                    "FAILED",
                    "",
                    phase("BUILD", "Error while executing command: sh x. Reason: exit status 18"))))
        .isEqualTo(new Failed("The run ended because " + RunExit.LOCKED.meaning() + "."));
  }

  @Test
  void what_kept_a_build_from_starting_is_told_with_its_phase() throws Exception {
    assertThat(
            progress(build("FAULT", "", phase("PROVISIONING", "CodeBuild cannot assume the role"))))
        .isEqualTo(
            new Failed(
                "The build ended as failed in its phase provisioning: CodeBuild cannot assume the role"));
  }

  @Test
  void a_missing_project_and_a_denial_say_what_to_do() {
    answers.put("StartBuild", Answer.refused("ResourceNotFoundException"));
    assertThatThrownBy(() -> runner.plan(Orders.plan(Orders.of("acme/infra", "main"))))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "Stack shop has no CodeBuild project plumbline-plan-shop. Deploy its runner first.");

    answers.put("StartBuild", Answer.refused("AccessDeniedException"));
    assertThatThrownBy(() -> runner.plan(Orders.plan(Orders.of("acme/infra", "main"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("AccessDeniedException. Allow codebuild:StartBuild")
        .hasMessageNotContaining("canary");
  }

  @Test
  void a_directory_at_hand_and_too_long_an_order_are_refused_before_anything_is_asked() {
    String[] many =
        IntStream.range(0, 400)
            .mapToObj("aws_sqs_queue.number_%d"::formatted)
            .toArray(String[]::new);

    assertThatThrownBy(() -> runner.plan(Orders.plan(Orders.at(Path.of("/code")))))
        .hasMessageContaining("remediation.source.repository");
    assertThatThrownBy(() -> runner.plan(Orders.plan(Orders.of("acme/infra", "main"), many)))
        .hasMessageContaining("Ask for fewer");
    assertThat(http.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "shop, plumbline-plan-shop",
    "team/shop.eu, plumbline-plan-team-shop-eu-",
    "team.shop/eu, plumbline-plan-team-shop-eu-"
  })
  void a_project_is_called_after_its_stack(String stack, String start) {
    assertThat(new Projects("plumbline").of(Run.Kind.PLAN, stack))
        .startsWith(start)
        .matches("[A-Za-z0-9][A-Za-z0-9_-]{1,149}");
  }

  @Test
  void no_two_stacks_share_a_project() {
    assertThat(
            Stream.of("a/b", "a.b", "a-b", "a b", "A-b", "x".repeat(300), "x".repeat(301))
                .map(stack -> new Projects("plumbline").of(Run.Kind.APPLY, stack)))
        .doesNotHaveDuplicates();
  }

  /** An answer of its own for a page or an id, where there is one. */
  private Answer answer(Asked asked) {
    String which = asked.json().path("nextToken").asText(asked.json().at("/ids/0").asText());
    Answer usual = answers.get(asked.operation());
    return answers.getOrDefault(asked.operation() + " " + which, usual);
  }

  private Progress progress(String build) throws IOException {
    answers.put("BatchGetBuilds", Answer.ok("{\"builds\":[%s]}".formatted(build)));
    return runner.progress(new Run(Run.Kind.PLAN, ID, "", Instant.EPOCH));
  }

  private JsonNode order(int number) throws IOException {
    return new ObjectMapper()
        .readTree(http.asked("StartBuild").get(number).json().findValue("value").asText());
  }

  private String token(Asked asked) {
    return asked.json().path("idempotencyToken").asText();
  }

  private static String build(String status, String more, String phases) {
    return """
        {"id":"%s","arn":"arn:aws:codebuild:eu-west-1:111122223333:build/%s","buildStatus":"%s",
         "startTime":1795000000.0,"phases":[%s]%s}
        """
        .formatted(ID, ID, status, phases, more);
  }

  private static String phase(String type, String message) {
    return """
        {"phaseType":"SUBMITTED","phaseStatus":"SUCCEEDED","contexts":[]},
        {"phaseType":"%s","phaseStatus":"FAILED","contexts":[{"statusCode":"X","message":"%s"}]},
        {"phaseType":"COMPLETED"}
        """
        .formatted(type, message);
  }
}
