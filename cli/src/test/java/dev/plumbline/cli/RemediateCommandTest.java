package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemediateCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(
        folder.resolve("plumbline.yaml"),
        """
        version: 1
        stacks:
          - {name: shop, state: ./shop.tfstate, remediation: {source: {directory: infra}}}
          - {name: pantry, state: ./pantry.tfstate, remediation: {runner: pulumi, source: {directory: infra}}}
          - {name: cellar, state: ./cellar.tfstate}
        """);
  }

  @Test
  void a_stack_whose_approval_asks_for_somebody_else_is_not_planned() {
    assertThat(local("shop", "--revert")).isEqualTo(1);

    assertThat(err.toString())
        .contains("The approval of shop asks for somebody else")
        .contains("on the issue, in Slack or through the service");
  }

  @Test
  void a_stack_of_a_tool_that_cannot_be_run_says_so() {
    assertThat(local("pantry", "--accept")).isEqualTo(1);

    assertThat(err.toString()).contains("Stacks of pulumi, such as pantry, cannot be remediated");
  }

  @Test
  void a_stack_without_remediation_says_what_to_add() {
    assertThat(local("cellar", "--revert")).isEqualTo(1);

    assertThat(err.toString()).contains("cellar has no remediation in the configuration. Add");
  }

  @Test
  void a_missing_configuration_is_named() {
    assertThat(run("remediate", "shop", "--revert", "--local", "--config=none.yaml")).isEqualTo(1);

    assertThat(err.toString()).contains("There is no none.yaml");
  }

  @Test
  void a_service_and_this_machine_exclude_each_other() {
    assertThat(local("shop", "--revert", "--remote=https://plumbline.example")).isEqualTo(1);

    assertThat(err.toString()).contains("Either --local or --remote, not both.");
  }

  @Test
  void a_services_plan_is_not_approved_on_this_machine() {
    assertThat(run("remediate", "shop", "--approve=abc-0123456789ab")).isEqualTo(1);

    assertThat(err.toString()).contains("plumbline approve TOKEN");
  }

  @Test
  void an_approval_asks_for_nothing_else() {
    assertThat(local("shop", "--revert", "--approve=abc-0123456789ab")).isEqualTo(1);

    assertThat(err.toString()).contains("mutually exclusive");
  }

  @Test
  void a_token_that_names_nothing_is_refused() {
    assertThat(local("shop", "--approve=abc-0123456789ab")).isEqualTo(1);

    assertThat(err.toString()).contains("Refused: ");
  }

  private int local(String... arguments) {
    List<String> all = new ArrayList<>(List.of("remediate"));
    all.addAll(List.of(arguments));
    Stream.of(
            "--local",
            "--region=us-east-1",
            "--config=" + folder.resolve("plumbline.yaml"),
            "--store=" + folder.resolve("store"))
        .forEach(all::add);
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Plumbline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
