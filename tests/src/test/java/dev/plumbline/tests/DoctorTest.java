package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.tests.deploy.EmulatedDeployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What {@code plumbline doctor} says of an emulated account, and of the app deployed to one. */
class DoctorTest {

  private static final String SECRET = "a-token-of-nobody";
  private static final String STATE =
      "{\"version\":4,\"serial\":1,\"lineage\":\"l\",\"terraform_version\":\"1.11.4\",\"outputs\":{},\"resources\":[]}";

  private static Emulator emulator;

  @BeforeAll
  static void account() throws Exception {
    emulator = EmulatorKind.MOTO.start(_ -> {});
    try (S3Client s3 =
            EmulatedAws.client(S3Client.builder().forcePathStyle(true), emulator.endpoint());
        SecretsManagerClient secrets =
            EmulatedAws.client(SecretsManagerClient.builder(), emulator.endpoint())) {
      s3.createBucket(request -> request.bucket("states"));
      s3.putObject(
          request -> request.bucket("states").key("shop.tfstate"), RequestBody.fromString(STATE));
      secrets.createSecret(request -> request.name("github").secretString(SECRET));
    }
  }

  @AfterAll
  static void end() {
    emulator.close();
  }

  @Test
  void what_is_wrong_is_told_with_why_and_what_to_do_and_ends_with_1(@TempDir Path folder)
      throws IOException {
    Cli.Result result = doctor("--config", configuration(folder, "github", "shop", "gone"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .containsPattern("OK +configuration")
        .containsPattern("FAILED +states +gone: .*gone\\.tfstate")
        .contains("why: The stack cannot be scanned.", "do: ")
        .containsPattern("OK +secrets +1 secrets are there")
        .containsPattern("SKIPPED +functions")
        .doesNotContain(SECRET);
  }

  @Test
  void a_configuration_that_cannot_be_read_leaves_the_rest_looked_at(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("plumbline.yaml"), "version: 1\nstack: []\n");

    Map<String, JsonNode> checks = json(doctor("--config", file.toString(), "--format=json"));

    assertThat(checks.get("configuration").path("outcome").asText()).isEqualTo("FAILED");
    assertThat(checks.get("configuration").at("/faults/0/action").asText()).isNotEmpty();
    assertThat(checks.get("states").path("outcome").asText()).isEqualTo("SKIPPED");
    assertThat(checks.get("trail").path("outcome").asText()).isIn("WARN", "OK");
  }

  @Test
  void a_secret_that_is_missing_is_named(@TempDir Path folder) throws IOException {
    Map<String, JsonNode> checks =
        json(doctor("--config", configuration(folder, "nowhere", "shop"), "--format=json"));

    assertThat(checks.get("states").path("outcome").asText()).isEqualTo("OK");
    assertThat(checks.get("secrets").at("/faults/0/what").asText()).contains("nowhere");
  }

  @Test
  void a_trail_that_logs_is_well(@TempDir Path folder) throws IOException {
    String file = configuration(folder, "github", "shop");
    try (CloudTrailClient trails =
            EmulatedAws.client(CloudTrailClient.builder(), emulator.endpoint());
        S3Client s3 =
            EmulatedAws.client(S3Client.builder().forcePathStyle(true), emulator.endpoint())) {
      s3.createBucket(request -> request.bucket("trail"));
      trails.createTrail(
          request -> request.name("audit").s3BucketName("trail").isMultiRegionTrail(true));
      assertThat(outcome("trail", file)).isEqualTo("WARN");
      trails.startLogging(request -> request.name("audit"));
      trails.putEventSelectors(
          request ->
              request
                  .trailName("audit")
                  .eventSelectors(
                      selector -> selector.readWriteType("All").includeManagementEvents(true)));
      assertThat(outcome("trail", file)).isEqualTo("OK");
      trails.deleteTrail(request -> request.name("audit"));
    }
  }

  @Test
  void the_app_is_found_by_its_name_and_its_parts_are_looked_at() throws Exception {
    try (Emulator fresh = EmulatorKind.MOTO.start(_ -> {})) {
      EmulatedDeployment.of(fresh.endpoint(), "everything");

      Cli.Result result =
          Cli.run(
              "doctor",
              "--deployment=Plumbline",
              "--endpoint-url=" + fresh.endpoint(),
              "--region=us-east-1",
              "--format=json");

      Map<String, JsonNode> checks = json(result);
      assertThat(checks.get("functions").path("outcome").asText()).isEqualTo("OK");
      assertThat(checks.get("functions").path("message").asText()).contains("of Plumbline");
      assertThat(checks.get("configuration").at("/faults/0/what").asText())
          .as("nothing was put there yet")
          .contains("plumbline.yaml");
      assertThat(checks.get("runs").at("/faults/0/what").asText())
          .contains("No scan is remembered");
      assertThat(result.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void a_deployment_that_is_not_here_is_told() {
    Cli.Result result = doctor("--deployment=Elsewhere");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).containsPattern("FAILED +functions .*Elsewhere");
  }

  private static String outcome(String check, String file) throws IOException {
    return json(doctor("--config", file, "--format=json")).get(check).path("outcome").asText();
  }

  private static Cli.Result doctor(String... options) {
    List<String> arguments = new ArrayList<>(List.of("doctor"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--endpoint-url=" + emulator.endpoint(), "--region=us-east-1"));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static Map<String, JsonNode> json(Cli.Result result) throws IOException {
    JsonNode document = JsonMapper.builder().build().readTree(result.out());
    assertThat(document.path("formatVersion").asText()).isEqualTo("1.0");
    Map<String, JsonNode> checks = new TreeMap<>();
    document.path("checks").forEach(each -> checks.put(each.path("check").asText(), each));
    return checks;
  }

  private static String configuration(Path folder, String secret, String... stacks)
      throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            "version: 1\ndefaults: {publish: {github: {repository: acme/infra, tokenSecret: %s}}}\nstacks:\n"
                .formatted(secret));
    for (String stack : stacks) {
      yaml.append(
          "  - {name: %s, state: \"s3://states/%s.tfstate\", lock: s3}\n".formatted(stack, stack));
    }
    return Files.writeString(folder.resolve("plumbline.yaml"), yaml).toString();
  }
}
