package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PlumblineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version"})
  void help_and_version_succeed_on_standard_output(String option) {
    assertThat(run(option)).isZero();
    assertThat(out.toString()).contains("plumbline");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-such-option", "no-such-command", "@no-such-file"})
  void a_usage_error_is_exit_1_never_2(String argument) {
    assertThat(run(argument)).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(argument);
  }

  @Test
  void what_was_typed_wrongly_steers_no_terminal_and_no_build() {
    assertThat(run("scan", "--\u001b[2Jx\u202e\n::error::owned")).isEqualTo(1);
    assertThat(err.toString())
        .contains("\\u" + "001b[2Jx")
        .doesNotContain("\u001b", "\u202e", "::error");
  }

  @Test
  void no_command_at_all_is_a_usage_error_that_shows_the_usage() {
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString()).contains("Which command?", "Usage: plumbline");
  }

  @Test
  void only_the_command_that_is_asked_for_is_described_under_its_own_name() {
    assertThat(Plumbline.asked("scan", "--help")).containsOnly(entry("scan", ScanCommand.class));
    assertThat(Plumbline.asked("generate-completion")).hasSizeGreaterThan(10);
    assertThat(Plumbline.asked("--help")).isEqualTo(Plumbline.asked());

    assertThat(Plumbline.asked())
        .allSatisfy(
            (name, command) ->
                assertThat(command.getAnnotation(CommandLine.Command.class).name())
                    .isEqualTo(name));
  }

  private int run(String... arguments) {
    return Plumbline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
