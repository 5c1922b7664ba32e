package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pipeline relies on: whatever was wrong with the question, the answer is exit code 1. */
final class ScanCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --fail-on extreme a.tfstate  | low, medium, high, critical
          --fail-on LOW a.tfstate      | low, medium, high, critical
          --lock-wait 10 a.tfstate     | write 90s, 10m or 2h
          --timeout soon a.tfstate     | write 90s, 10m or 2h
          --format pdf a.tfstate       | pdf
          --report pdf=x a.tfstate     | pdf
          --no-such-option             | --no-such-option
          --stack                      | --stack
          --config missing.yaml        | There is no missing.yaml
          """)
  void a_usage_error_is_exit_1_and_says_what_is_right(String arguments, String said) {
    assertThat(run(("scan " + arguments).split(" "))).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(said);
  }

  @Test
  void without_a_state_and_without_a_configuration_it_says_what_to_do() {
    assertThat(run("scan")).isEqualTo(1);
    assertThat(err.toString()).contains("name a STATE", "plumbline.yaml");
  }

  @Test
  void a_mistake_in_the_configuration_is_exit_1_with_a_suggestion() throws IOException {
    Path config = Files.writeString(folder.resolve("plumbline.yaml"), "version: 1\nstakcs: []\n");
    assertThat(run("scan", "--config", config.toString())).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("stakcs", "stacks");
  }

  @Test
  void a_configuration_without_stacks_is_exit_1_for_nothing_was_read() throws IOException {
    Path config = Files.writeString(folder.resolve("plumbline.yaml"), "version: 1\nstacks: []\n");
    assertThat(run("scan", "--config", config.toString())).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("nothing to scan");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --stack two                  | two
          --stack one --stack two      | two
          """)
  void a_stack_that_no_configuration_knows_is_exit_1_though_another_is_known(
      String arguments, String said) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("plumbline.yaml"),
            "version: 1\nstacks:\n  - {name: one, state: missing.tfstate}\n");
    assertThat(run(("scan --config " + config + " " + arguments).split(" "))).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("No stack of the configuration is called " + said);
  }

  @ParameterizedTest
  @CsvSource({
    "missing.tfstate, NOT_FOUND",
    "pulumi://acme/app/dev, UNSUPPORTED_SOURCE",
    "https://example.org/state, UNSUPPORTED_SOURCE",
  })
  void a_state_that_cannot_be_read_is_exit_1_and_still_a_report(String state, String code) {
    assertThat(run("scan", state, "--format", "json", "--region", "us-east-1")).isEqualTo(1);
    assertThat(out.toString()).contains("\"FAILED\"", code, state);
  }

  private int run(String... arguments) {
    return Plumbline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
