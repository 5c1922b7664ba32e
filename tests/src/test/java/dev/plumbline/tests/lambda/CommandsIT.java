package dev.plumbline.tests.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.cli.demo.DemoEstate;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a comment to its answer, through all the functions, as they are deployed. */
class CommandsIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> JVM =
      List.of("--enable-native-access=ALL-UNNAMED", "-Xmx800m", "-XX:TieredStopAtLevel=1");

  @TempDir private Path folder;

  @Test
  void what_is_commented_on_the_drift_issue_is_done_once_and_answered_there() throws Exception {
    try (Emulator emulator = EmulatorKind.MOTO.start(_ -> {});
        DemoAccount account = DemoEstate.build(emulator);
        GitHubStandIn github = new GitHubStandIn()) {
      DeployedService service = new DeployedService(account.endpoint());
      service.configure(configuration(account, github));
      account.changeBehindTerraform();
      Functions functions = new Functions(service);
      functions.answer("ScanFunction", "{}");
      github.keep(github.opened().getFirst());

      a_rescan_is_taken_once_and_answered(service, functions, github);
      a_reader_is_refused(service, functions, github);
      an_approval_goes_its_own_way(service, functions, github);
      a_revert_without_a_project_is_given_up(service, functions, github);
      the_others_answer(functions);
      assertThat(functions.said())
          .doesNotContain(
              DeployedService.GITHUB_TOKEN,
              DeployedService.DEPLOYMENT_KEY,
              DeployedService.WEBHOOK_SECRET);
    }
  }

  private static String configuration(DemoAccount account, GitHubStandIn github) {
    return """
    version: 1
    defaults:
      region: us-east-1
      publish: {github: {repository: acme/infra, labels: [drift], baseUrl: "%s"}}
    stacks:
      - name: teashop
        environment: production
        state: "%s"
        lock: s3
        remediation: {runner: terraform, source: {repository: acme/infra, directory: shop, ref: main}}
    people: [{github: ana}, {github: bob}]
    """
        .formatted(github.url(), account.stateUri());
  }

  private static void a_rescan_is_taken_once_and_answered(
      DeployedService service, Functions functions, GitHubStandIn github) throws Exception {
    String delivery = Deliveries.comment(github, 1, "ana", "/plumbline rescan");

    JsonNode first = functions.answer("WebhookFunction", delivery);
    JsonNode again = functions.answer("WebhookFunction", delivery);
    JsonNode forged = functions.answer("WebhookFunction", delivery.replace("sha256=", "sha256=0"));

    assertThat(first.path("statusCode").asInt()).as(first + functions.said()).isEqualTo(202);
    assertThat(again.path("statusCode").asInt()).isEqualTo(200);
    assertThat(forged.path("statusCode").asInt()).isEqualTo(401);
    functions.work("WorkFunction", service.commands(), 1);
    assertThat(github.comments()).last().asString().contains("plumbline:reply").contains("drift");
  }

  private static void a_reader_is_refused(
      DeployedService service, Functions functions, GitHubStandIn github) throws Exception {
    functions.answer(
        "WebhookFunction", Deliveries.comment(github, 2, "mallory", "/plumbline revert"));

    functions.work("WorkFunction", service.commands(), 1);

    assertThat(github.comments()).last().asString().contains("write");
  }

  private static void an_approval_goes_its_own_way(
      DeployedService service, Functions functions, GitHubStandIn github) throws Exception {
    functions.answer(
        "WebhookFunction",
        Deliveries.comment(github, 3, "ana", "/plumbline approve abc1234567-0123456789ab"));

    assertThat(service.commands()).isEmpty();
    functions.work("ApprovalFunction", service.approvals(), 1);

    assertThat(github.comments()).last().asString().contains("there is no such plan");
  }

  /** There is no project in this account: it is tried again, and then whoever asked is told. */
  private static void a_revert_without_a_project_is_given_up(
      DeployedService service, Functions functions, GitHubStandIn github) throws Exception {
    functions.answer("WebhookFunction", Deliveries.comment(github, 4, "ana", "/plumbline revert"));

    List<String> messages = service.commands();
    JsonNode first = functions.answer("WorkFunction", Deliveries.batch(messages, 1));
    functions.answer("WorkFunction", Deliveries.batch(messages, 3));

    assertThat(first.at("/batchItemFailures/0/itemIdentifier").asText()).isEqualTo("m1");
    assertThat(functions.said()).contains("no CodeBuild project plumbline-plan-teashop");
    assertThat(github.comments()).last().asString().contains("could not be done");
  }

  private static void the_others_answer(Functions functions) throws Exception {
    assertThat(functions.answer("SweepFunction", "{}").isMissingNode()).isTrue();
    JsonNode build =
        functions.answer(
            "BuildFunction",
            """
            {"detail": {"build-status": "SUCCEEDED", "build-id": "arn:aws:codebuild:us-east-1:1:build/x:1"}}
            """);
    assertThat(build.isMissingNode()).isTrue();
    JsonNode slack = functions.answer("SlackFunction", Deliveries.slash("/drift status"));
    assertThat(slack.path("statusCode").asInt()).isBetween(400, 499);
    JsonNode stacks = functions.answer("ApiFunction", Deliveries.get("/v1/stacks"));
    assertThat(stacks.path("statusCode").asInt()).as(stacks.toString()).isEqualTo(200);
  }

  /** Containers, one for each call: nothing may hang on what another remembers. */
  private final class Functions {
    private final DeployedService service;
    private final FunctionZip zip;
    private final StringBuilder said = new StringBuilder();

    Functions(DeployedService service) throws Exception {
      this.service = service;
      this.zip =
          FunctionZip.unpack(
              Path.of(System.getProperty("plumbline.root", "..")),
              Files.createDirectory(folder.resolve("lib")));
    }

    JsonNode answer(String function, String event) throws Exception {
      Path log = Files.createTempFile(folder, function, ".log");
      try (RunningFunction running =
          RunningFunction.start(zip, function, JVM, service.environment(), log)) {
        RuntimeApi.Answer answer = running.invoke(event);
        said.append(running.log());
        assertThat(answer.failed()).as(answer.body() + running.log()).isFalse();
        return JSON.readTree(answer.body());
      }
    }

    void work(String function, List<String> messages, int count) throws Exception {
      assertThat(messages).hasSize(count);
      JsonNode answer = answer(function, Deliveries.batch(messages, 1));
      assertThat(answer.path("batchItemFailures")).as(answer + said()).isEmpty();
    }

    String said() {
      return said.toString();
    }
  }
}
