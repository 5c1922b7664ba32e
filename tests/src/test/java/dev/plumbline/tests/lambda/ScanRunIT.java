package dev.plumbline.tests.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.cli.demo.DemoEstate;
import dev.plumbline.tests.MendedEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** From the schedule's input through the deployed state machine to an issue and one message. */
class ScanRunIT {

  private static final List<String> JVM =
      List.of("--enable-native-access=ALL-UNNAMED", "-Xmx440m", "-XX:TieredStopAtLevel=1");

  private static final int RESOURCES = 8;

  /** Of which a state is read in slices. */
  private static final int MANY_RESOURCES = 20;

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern SECOND_SLICE = Pattern.compile("\"slice\": ?2");

  @TempDir private Path folder;

  @Test
  void every_stack_is_scanned_on_its_own_and_the_end_tells_once_what_became_of_all()
      throws Exception {
    FunctionZip zip =
        FunctionZip.unpack(
            Path.of(System.getProperty("plumbline.root", "..")),
            Files.createDirectory(folder.resolve("lib")));
    try (GitHubStandIn github = new GitHubStandIn();
        LambdaStandIn lambda = new LambdaStandIn(zip, JVM, folder);
        MendedEmulator emulator =
            MendedEmulator.start(
                "/dev/plumbline/tests/lambda/machines.py",
                Map.of("LAMBDA_STAND_IN", lambda.address()),
                Files.createDirectory(folder.resolve("emulator")));
        DemoAccount account = DemoEstate.build(emulator)) {
      DeployedRuns runs = new DeployedRuns(emulator.endpoint(), lambda, 2);
      ManyStates states = new ManyStates(emulator.endpoint(), account);
      states.clean("written.tfstate", RESOURCES);
      states.drifted("teams/net/terraform.tfstate", MANY_RESOURCES);
      states.clean("teams/shop/terraform.tfstate", RESOURCES);
      states.clean("teams/old/terraform.tfstate", RESOURCES);
      states.clean("env:/prod/app/terraform.tfstate", RESOURCES);
      states.clean("env:/test/app/terraform.tfstate", RESOURCES);
      runs.configure(configuration(github));

      DescribeExecutionResponse first = runs.run("first", DeployedRuns.scheduledInput());
      assertThat(lambda.failures()).as("what could not be invoked").isEmpty();
      assertThat(emulator.log()).as("items that the emulator lost").doesNotContain("MapRun worker");
      the_first_run_tells_of_drift_and_of_what_it_could_not_scan(first, runs, github);
      a_run_that_is_gone_on_with_passes_over_what_it_has(runs, states, github);
      a_slice_that_ends_its_function_is_given_up_and_the_rest_is_told(runs, lambda);
    }
  }

  private static String configuration(GitHubStandIn github) {
    return """
    version: 1
    defaults:
      region: us-east-1
      publish: {github: {repository: acme/infra, labels: [drift], baseUrl: "%s"}}
    runs: {splitOver: 20kB}
    stacks:
      - {name: written, state: "s3://acme-states/written.tfstate", lock: s3}
      - {name: missing, state: "s3://acme-states/missing.tfstate", lock: s3}
      - {discover: "s3://acme-states/teams/**/terraform.tfstate", exclude: ["teams/old/**"], lock: s3}
      - {discover: "s3://acme-states/env:/**/terraform.tfstate", lock: s3}
    """
        .formatted(github.url());
  }

  private static void the_first_run_tells_of_drift_and_of_what_it_could_not_scan(
      DescribeExecutionResponse execution, DeployedRuns runs, GitHubStandIn github)
      throws Exception {
    assertThat(execution.status())
        .as("%s %s %s", execution.error(), execution.cause(), runs.function("ScanFunction").log())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    JsonNode output = DeployedRuns.output(execution);
    assertThat(output.path("stacks").asInt()).isEqualTo(6);
    assertThat(output.path("scanned").asInt()).as(output.toString()).isEqualTo(5);
    assertThat(output.path("failed").asInt()).as(output.toString()).isOne();
    assertThat(output.path("drifted").asInt()).as(output.toString()).isOne();
    assertThat(output.at("/unread/0").asText()).startsWith("missing: ");
    assertThat(runs.object("runs/first/summary.json"))
        .contains("\"app@prod\"", "\"app@test\"", "\"teams/net\"", "\"written\"")
        .doesNotContain("teams/old");
    assertThat(runs.function("ScanFunction").answers())
        .as(
            "one for each stack, and one more for the second slice of a large one: %s %s",
            output, runs.function("ScanFunction").log())
        .hasSize(7)
        .extracting(RuntimeApi.Answer::body)
        .contains(
            "{\"stack\":\"teams/net\",\"status\":\"SLICE_READ\"}",
            "{\"stack\":\"teams/net\",\"status\":\"SCANNED\"}");
    assertThat(runs.kept("slices/first/")).hasSize(2);
    assertThat(github.opened())
        .singleElement()
        .satisfies(issue -> assertThat(issue.path("body").asText()).contains("teams/net"));
    assertThat(runs.messages())
        .as("one digest, and no message for each stack")
        .singleElement()
        .satisfies(message -> assertThat(message).contains("teams/net", "missing", "first"));
    assertThat(runs.kept("reports/index.html")).hasSize(1);
    assertThat(runs.kept("reports/")).filteredOn(key -> key.endsWith(".json")).hasSize(6);
  }

  private static void a_run_that_is_gone_on_with_passes_over_what_it_has(
      DeployedRuns runs, ManyStates states, GitHubStandIn github) throws Exception {
    states.clean("missing.tfstate", RESOURCES);

    JsonNode output = DeployedRuns.output(runs.run("again", "{\"run\":\"first\"}"));

    assertThat(output.path("run").asText()).isEqualTo("first");
    assertThat(output.path("scanned").asInt()).as(output.toString()).isEqualTo(6);
    assertThat(output.path("failed").asInt()).isZero();
    assertThat(runs.kept("reports/")).filteredOn(key -> key.endsWith(".json")).hasSize(7);
    assertThat(github.opened()).hasSize(1);
    assertThat(runs.messages()).as("nothing is new").isEmpty();
  }

  private static void a_slice_that_ends_its_function_is_given_up_and_the_rest_is_told(
      DeployedRuns runs, LambdaStandIn lambda) throws Exception {
    lambda.kill(SECOND_SLICE.asPredicate().and(event -> !event.contains("givenUp")));

    JsonNode output = DeployedRuns.output(runs.run("killed", "{\"stacks\":[\"teams/net\"]}"));

    assertThat(output.path("scanned").asInt()).as(output.toString()).isOne();
    assertThat(output.path("failed").asInt()).isZero();
    assertThat(output.path("resourcesUnreadable").asInt()).as(output.toString()).isPositive();
    String uri =
        JSON.readTree(runs.object("runs/killed/summary.json")).at("/stacks/0/report").asText();
    JsonNode stack =
        JSON.readTree(runs.object(uri.substring(uri.indexOf("reports/")))).at("/stacks/0");
    assertThat(stack.at("/summary/unreadable").asInt())
        .isPositive()
        .isLessThan(stack.at("/summary/managed").asInt());
    assertThat(stack.path("resources").findValuesAsText("reason"))
        .contains("the function that was to read it ended without an answer, twice.");
  }
}
