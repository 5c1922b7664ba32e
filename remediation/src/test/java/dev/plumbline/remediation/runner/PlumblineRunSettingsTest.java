package dev.plumbline.remediation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stack's configuration says of a run stays data, and within the code. */
class PlumblineRunSettingsTest {

  @TempDir Path folder;
  private Path code;
  private FakeTool machine;
  private ObjectNode order;

  @BeforeEach
  void prepare() throws IOException {
    code = Files.createDirectories(folder.resolve("code"));
    Files.writeString(code.resolve(".terraform.lock.hcl"), "# pins");
    machine = new FakeTool(folder.resolve("machine"));
    order = ScriptRun.order(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          varFiles      | ../prod.tfvars
          varFiles      | env/../../prod.tfvars
          varFiles      | ./prod.tfvars
          varFiles      | /etc/passwd
          varFiles      | ~/prod.tfvars
          varFiles      | -destroy
          varFiles      | a\\nb
          varFiles      | ''
          backendConfig | ../prod.tfbackend
          backendConfig | /etc/passwd
          backendConfig | /etc/a=b
          backendConfig | -reconfigure
          backendConfig | -migrate-state=true
          backendConfig | =x
          backendConfig | bucket=
          backendConfig | bucket=a\\nb
          """)
  void what_is_no_file_of_the_code_and_no_setting_runs_nothing(String field, String value)
      throws Exception {
    order.withArray(field).add(value.replace("\\n", "\n"));

    ScriptRun run = plan();

    assertThat(run.status()).isEqualTo(RunExit.ORDER.status());
    assertThat(run.output()).contains("not valid at: " + field);
    assertThat(machine.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"varFiles", "backendConfig"})
  void a_link_that_leads_out_of_the_code_is_not_followed(String field) throws Exception {
    Path outside = Files.writeString(folder.resolve("outside"), "");
    Files.createSymbolicLink(code.resolve("link"), outside);
    order.withArray(field).add("link");

    ScriptRun run = plan();

    assertThat(run.status()).isEqualTo(RunExit.ORDER.status());
    assertThat(run.output()).contains("link, which the stack's configuration names, is no file");
    assertThat(machine.calls()).isEmpty();
  }

  @Test
  void a_file_that_is_not_there_is_said_not_to_be() throws Exception {
    order.withArray("varFiles").add("gone.tfvars");

    assertThat(plan().output()).contains("gone.tfvars, which the stack's configuration names");
  }

  @Test
  void a_link_within_the_code_is_followed() throws Exception {
    Files.writeString(Files.createDirectories(code.resolve("env")).resolve("prod.tfvars"), "");
    Files.createSymbolicLink(code.resolve("link"), Path.of("env", "prod.tfvars"));
    order.withArray("varFiles").add("link").add("env/prod.tfvars");

    assertThat(plan().status()).isZero();
    assertThat(machine.calls("plan").getFirst())
        .contains("-var-file=link", "-var-file=env/prod.tfvars");
  }

  @Test
  void a_name_is_data_whatever_a_shell_or_an_option_would_make_of_it() throws Exception {
    List<String> files = List.of("$(touch pwned)", "`touch pwned`;x", "a b 'c' \"d\" & | *");
    for (String file : files) {
      Files.writeString(code.resolve(file), "");
      order.withArray("varFiles").add(file);
    }
    order.withArray("backendConfig").add("bucket=$(touch pwned) -reconfigure");
    order.put("workspace", "-destroy $(touch pwned)");

    assertThat(plan().status()).isZero();

    assertThat(machine.calls("plan").getFirst())
        .containsAll(files.stream().map("-var-file="::concat).toList());
    assertThat(machine.calls("init").getFirst())
        .contains("-backend-config=bucket=$(touch pwned) -reconfigure");
    assertThat(machine.written("terraform-plan.env"))
        .contains("TF_WORKSPACE=-destroy $(touch pwned)");
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all).noneMatch(path -> path.endsWith("pwned"));
    }
  }

  private ScriptRun plan() throws Exception {
    return ScriptRun.of(folder, "plan", order.toString(), Map.of(), machine);
  }
}
