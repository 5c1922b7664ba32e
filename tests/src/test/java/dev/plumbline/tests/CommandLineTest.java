package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.live.ResourceTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a person and a pipeline see: exit codes, and a standard output that holds the report only.
 */
class CommandLineTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension static final RecordedEstate CLEAN = RecordedEstate.harbour();
  @RegisterExtension static final RecordedEstate CHANGED = RecordedEstate.harbour().changed();

  @Test
  void a_missing_state_fails_with_1_and_says_what_to_do() {
    Cli.Result result = Cli.scan(CLEAN.endpoint(), Path.of("no-such.tfstate"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("no-such.tfstate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1, 2]", "not a state", "{\"version\": 3, \"modules\": []}"})
  void what_is_no_state_of_version_4_fails_with_1(String text, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("odd.tfstate"), text);

    Cli.Result result = Cli.scan(CLEAN.endpoint(), file);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("odd.tfstate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--no-such-option",
        "--format=pdf",
        "--fail-on=fatal",
        "--timeout=soon",
        "--lock-wait=-1s"
      })
  void a_usage_error_is_1_and_leaves_standard_output_empty(String option) {
    Cli.Result result = Cli.scan(CLEAN.endpoint(), CLEAN.state(), option);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(option.replaceFirst(".*=", ""));
  }

  @Test
  void without_state_and_configuration_it_says_what_to_write() {
    Cli.Result result = Cli.run("scan");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("plumbline.yaml").contains("STATE");
  }

  @Test
  void a_stack_that_fails_leaves_the_others_reported(@TempDir Path folder) throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("plumbline.yaml"),
            """
            version: 1
            stacks:
              - {name: lost, state: %s}
              - {name: harbour, state: %s}
            """
                .formatted(folder.resolve("lost.tfstate"), CLEAN.state()));

    Cli.Result result = scan("--config", configuration.toString(), "--format=json");
    Cli.Result one = scan("--config", configuration.toString(), "--stack=harbour");

    JsonNode stacks = JSON.readTree(result.out()).path("stacks");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(stacks.path(0).path("status").asText()).isEqualTo("FAILED");
    assertThat(stacks.path(0).path("error").path("code").asText()).isEqualTo("NOT_FOUND");
    assertThat(stacks.path(1).path("status").asText()).isEqualTo("SCANNED");
    assertThat(stacks.path(1).path("summary").path("drifted").asInt()).isZero();
    assertThat(one.exitCode()).isZero();
  }

  @Test
  void a_configuration_with_an_unknown_key_fails_with_1(@TempDir Path folder) throws IOException {
    Path configuration =
        Files.writeString(folder.resolve("plumbline.yaml"), "version: 1\nstaks: []\n");

    Cli.Result result = scan("--config", configuration.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("staks", "stacks");
  }

  @Test
  void drift_below_fail_on_does_not_fail() {
    assertThat(changed("--type=aws_vpc_security_group_ingress_rule", "--address=*.metrics"))
        .extracting(Cli.Result::exitCode)
        .isEqualTo(2);
    assertThat(
            changed(
                "--type=aws_vpc_security_group_ingress_rule",
                "--address=*.metrics",
                "--fail-on=high"))
        .extracting(Cli.Result::exitCode)
        .isEqualTo(0);
    assertThat(changed("--fail-on=critical").exitCode()).isEqualTo(2);
  }

  @Test
  void standard_output_is_the_report_and_nothing_else() throws IOException {
    Cli.Result result = changed("--format=json", "--unmanaged");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(JSON.readTree(result.out()).path("formatVersion").asText()).isEqualTo("1.0");
    assertThat(result.err()).doesNotContain("formatVersion");
  }

  @Test
  void a_kept_report_renders_as_it_was_printed(@TempDir Path folder) throws IOException {
    Path kept = folder.resolve("report.json");
    Path markdown = folder.resolve("report.md");

    Cli.Result scanned = changed("--report", "json=" + kept, "--report", "markdown=" + markdown);
    Cli.Result rendered = Cli.run("render", kept.toString());

    assertThat(rendered.exitCode()).isZero();
    assertThat(rendered.out()).isEqualTo(scanned.out());
    assertThat(Cli.run("render", kept.toString(), "--format=markdown").out())
        .isEqualTo(Files.readString(markdown));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"formatVersion\": \"9.0\"}", "no report"})
  void what_is_no_report_is_not_rendered(String text, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("odd.json"), text);

    Cli.Result result = Cli.run("render", file.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("odd.json");
  }

  @Test
  void types_are_listed_as_text_and_as_json() throws IOException {
    JsonNode json = JSON.readTree(Cli.run("types", "--json").out()).path("types");

    assertThat(json.properties())
        .extracting(Map.Entry::getKey)
        .hasSameElementsAs(ResourceTypes.aws().types());
    assertThat(json.path("aws_db_instance").path("password").path("observed").asBoolean())
        .isFalse();
    assertThat(json.path("aws_db_instance").path("password").path("reason").asText()).isNotBlank();
    assertThat(Cli.run("types").out())
        .contains("aws_vpc ", ResourceTypes.aws().types().size() + " types");
    assertThat(Cli.run("types", "aws_vpc").out()).contains("cidr_block", "observed");
    assertThat(Cli.run("types", "aws_no_such").exitCode()).isEqualTo(1);
  }

  @Test
  void version_and_completion_are_printed() {
    assertThat(Cli.run("--version").out()).startsWith("plumbline ");
    assertThat(Cli.run("generate-completion").out())
        .startsWith("#!/usr/bin/env bash")
        .contains("--fail-on", "critical");
  }

  private static Cli.Result changed(String... options) {
    return Cli.scan(CHANGED.endpoint(), CHANGED.state(), options);
  }

  private static Cli.Result scan(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "scan";
    all[1] = "--region=us-east-1";
    all[2] = "--endpoint-url=" + CLEAN.endpoint();
    System.arraycopy(options, 0, all, 3, options.length);
    return Cli.run(all);
  }
}
