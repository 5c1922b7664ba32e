package dev.plumbline.tests.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.cli.demo.DemoEstate;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.publish.render.JsonReport;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From an event to a report, an issue and a message, as it is deployed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanFunctionIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> JVM = List.of("--enable-native-access=ALL-UNNAMED", "-Xmx800m");

  private @Nullable Fixture fixture;

  /** Everything that is slow to make. */
  private record Fixture(
      Path folder,
      FunctionZip zip,
      Emulator emulator,
      DemoAccount account,
      DeployedService service) {

    RunningFunction start(Map<String, String> environment) throws Exception {
      return RunningFunction.start(
          zip, JVM, environment, Files.createTempFile(folder, "function", ".log"));
    }
  }

  @BeforeAll
  void deploy(@TempDir Path folder) throws Exception {
    Path root = Path.of(System.getProperty("plumbline.root", ".."));
    FunctionZip zip = FunctionZip.unpack(root, Files.createDirectory(folder.resolve("lib")));
    Emulator emulator = EmulatorKind.MOTO.start(_ -> {});
    DemoAccount account = DemoEstate.build(emulator);
    account.changeBehindTerraform();
    fixture = new Fixture(folder, zip, emulator, account, new DeployedService(account.endpoint()));
  }

  @AfterAll
  void tearDown() {
    if (fixture != null) {
      fixture.account().close();
      fixture.emulator().close();
    }
  }

  private Fixture deployed() {
    return Optional.ofNullable(fixture).orElseThrow();
  }

  @Test
  void drift_becomes_a_report_an_issue_and_a_message_and_a_second_run_repeats_none()
      throws Exception {
    DeployedService service = deployed().service();
    try (GitHubStandIn github = new GitHubStandIn();
        RunningFunction function = deployed().start(service.environment())) {
      service.configure(
          """
          version: 1
          defaults:
            region: us-east-1
            publish: {github: {repository: acme/infra, labels: [drift], baseUrl: "%s"}}
          stacks:
            - {name: teashop, environment: production, state: "%s", lock: s3}
          """
              .formatted(github.url(), deployed().account().stateUri()));

      RuntimeApi.Answer first = function.invoke("{}");

      assertThat(first.failed()).as(first.body() + function.log()).isFalse();
      JsonNode stack = JSON.readTree(first.body()).get("stacks").get(0);
      assertThat(stack.get("stack").asText()).isEqualTo("teashop");
      assertThat(stack.get("status").asText()).isEqualTo("SCANNED");
      assertThat(stack.at("/issue/action").asText()).isEqualTo("CREATED");
      assertThat(stack.at("/alert/action").asText()).isEqualTo("SENT");
      Report report = report(JSON.readTree(first.body()));
      assertThat(report.stacks().getFirst().resources())
          .anyMatch(each -> each.status() == Status.DRIFTED)
          .anyMatch(each -> each.status() == Status.DELETED)
          .anyMatch(each -> each.status() == Status.IN_SYNC);
      assertThat(github.opened()).hasSize(1);
      assertThat(github.opened().getFirst().get("body").asText()).contains("teashop");
      assertThat(github.authorisations()).allMatch(it -> it.endsWith(DeployedService.GITHUB_TOKEN));
      assertThat(service.messages())
          .singleElement()
          .satisfies(message -> assertThat(message).contains("teashop", report.scanId()));

      github.keep(github.opened().getFirst());
      RuntimeApi.Answer second = function.invoke("{\"stack\":\"teashop\"}");

      assertThat(second.failed()).as(second.body()).isFalse();
      JsonNode again = JSON.readTree(second.body()).get("stacks").get(0);
      assertThat(again.get("fingerprint")).isEqualTo(stack.get("fingerprint"));
      assertThat(again.at("/issue/action").asText()).isEqualTo("UPDATED");
      assertThat(again.at("/alert/action").asText()).isEqualTo("NOT_SENT");
      assertThat(github.opened()).hasSize(1);
      assertThat(service.messages()).isEmpty();
      assertThat(service.kept("reports/")).hasSizeGreaterThanOrEqualTo(2);
      assertThat(service.memory().find("teashop"))
          .get()
          .satisfies(
              known -> {
                assertThat(known.scanId()).isNotEqualTo(report.scanId());
                assertThat(known.fingerprint()).isEqualTo(again.get("fingerprint").asText());
                assertThat(known.reportUri()).startsWith("s3://");
              });
      assertThat(service.memory().findings("teashop"))
          .isNotEmpty()
          .allMatch(finding -> finding.open() && finding.lastSeen().isAfter(finding.firstSeen()));
      assertThat(function.log())
          .contains("\"Namespace\":\"Plumbline\"", "\"scanId\":\"%s\"".formatted(report.scanId()))
          .doesNotContain(DeployedService.GITHUB_TOKEN, DeployedService.DEPLOYMENT_KEY);
    }
  }

  @Test
  void a_stack_without_a_state_fails_the_invocation_after_the_others_were_published()
      throws Exception {
    DeployedService service = deployed().service();
    service.configure(
        """
        version: 1
        stacks:
          - {name: missing, state: "s3://teashop-terraform-state/none.tfstate"}
          - {name: shop, state: "%s"}
        """
            .formatted(deployed().account().stateUri()));
    try (RunningFunction function = deployed().start(service.environment())) {
      RuntimeApi.Answer answer = function.invoke("{}");

      assertThat(answer.failed()).as(answer.body()).isTrue();
      JsonNode error = JSON.readTree(answer.body());
      assertThat(error.get("errorType").asText()).as(answer.body()).endsWith("ScanFailedException");
      assertThat(error.get("errorMessage").asText())
          .contains("missing was not scanned: ", "s3://teashop-terraform-state/none.tfstate");
      assertThat(service.messages()).anyMatch(message -> message.contains("shop"));
    }
  }

  @Test
  void an_environment_that_cannot_be_used_ends_the_initialisation_with_what_to_set()
      throws Exception {
    Map<String, String> environment = deployed().service().environment();
    environment.remove("REPORT_BUCKET");
    environment.put("CONFIG_URI", "plumbline.yaml");
    try (RunningFunction function = deployed().start(environment)) {
      assertThatThrownBy(function::initialised)
          .hasMessageContaining("CONFIG_URI is plumbline.yaml")
          .hasMessageContaining("REPORT_BUCKET is not set");
    }
  }

  private Report report(JsonNode summary) throws Exception {
    String uri = summary.get("report").asText();
    String prefix = "s3://" + DeployedService.BUCKET + "/";
    assertThat(uri).startsWith(prefix + "reports/");
    String json = deployed().service().object(uri.substring(prefix.length()));
    return JsonReport.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }
}
