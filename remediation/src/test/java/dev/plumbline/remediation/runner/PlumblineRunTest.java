package dev.plumbline.remediation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Sha256;
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

/** The script with a tool that only writes down how it was called. */
class PlumblineRunTest {

  private static final List<String> HOSTILE =
      List.of(
          "aws_sqs_queue.jobs[\"$(touch pwned)\"]",
          "`touch pwned`; touch pwned & | > pwned",
          "-lock=false",
          "--",
          "a b\tc 'd' \"e\" \\n \\",
          "first\nsecond\n",
          "*",
          "${HOME} $HOME %s %n ü \u202e");

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

  @Test
  void the_script_is_posix_sh() throws Exception {
    Path script = Files.writeString(folder.resolve("script"), RunnerScript.SCRIPT.text());
    assertThat(new ProcessBuilder("sh", "-n", script.toString()).start().waitFor()).isZero();
  }

  @Test
  void a_plan_leaves_one_archive_of_the_plan_its_json_and_what_the_run_says_of_itself()
      throws Exception {
    ScriptRun run = run("plan");

    assertThat(run.status()).as(run.output()).isZero();
    Map<String, String> archive = archive();
    assertThat(archive).containsOnlyKeys("plan.bin", "plan.json", "run.json");
    JsonNode said = ScriptRun.json(archive.get("run.json"));
    assertThat(said.path("tool").asText()).isEqualTo("terraform");
    assertThat(said.path("toolVersion").asText()).isEqualTo("1.11.4");
    assertThat(said.path("serial").asInt()).isEqualTo(7);
    assertThat(said.path("lineage").asText()).isEqualTo("a-b-c");
    assertThat(said.path("exitCode").asInt()).isEqualTo(2);
    assertThat(said.path("commit").asText()).isEmpty();
    assertThat(said.path("lockFileSha256").asText()).isEqualTo(Sha256.of("# pins"));
  }

  @Test
  void a_check_leaves_no_plan_that_could_be_applied() throws Exception {
    order.put("run", "check");

    assertThat(run("plan").status()).isZero();

    assertThat(archive()).containsEntry("plan.bin", "").containsKeys("plan.json", "run.json");
    ScriptRun run = apply();
    assertThat(run.status()).isEqualTo(RunExit.ARCHIVE.status());
    assertThat(run.output()).contains("This was a check");
    assertThat(machine.calls("apply")).isEmpty();
  }

  @Test
  void an_address_is_one_argument_whatever_is_in_it() throws Exception {
    HOSTILE.forEach(order.withArray("targets")::add);

    assertThat(run("plan").status()).isZero();

    assertThat(machine.calls("plan").getFirst().stream().filter(each -> each.startsWith("-target")))
        .containsExactlyElementsOf(HOSTILE.stream().map("-target="::concat).toList());
    assertThat(everythingUnder(folder)).noneMatch(path -> path.endsWith("pwned"));
  }

  @Test
  void an_order_that_java_wrote_says_the_same_in_ascii_without_a_character_of_the_shell()
      throws Exception {
    RunOrder written =
        RunOrder.of(
            dev.plumbline.remediation.Remediation.Run.Kind.PLAN,
            Orders.plan(Orders.at(code), HOSTILE.toArray(String[]::new)),
            RunSettings.USUAL,
            true);

    assertThat(written.json()).matches("[A-Za-z0-9\\[\\]{}\":,._+/=\\\\ -]+");
    ScriptRun run = ScriptRun.of(folder, "plan", written.json(), Map.of(), machine);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(machine.calls("plan").getFirst())
        .containsAll(HOSTILE.stream().map("-target="::concat).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          repository | --upload-pack=touch pwned
          repository | acme/infra;touch pwned
          repository | acme/../infra
          repository | https://evil.example/x
          repository | acme/infra/x
          ref        | --upload-pack=pwned
          ref        | $(touch pwned)
          ref        | main..other
          ref        | refs/heads/x:refs/heads/y
          ref        | a b
          commit     | main
          commit     | 0123456789012345678901234567890123456789\\n
          tool       | sh
          key        | -x
          key        | file://etc/passwd
          directory  | relative
          run        | apply
          workspace  | a\\nb
          toolVersion| $(pwned)
          """)
  void an_order_with_a_wrong_field_runs_nothing(String field, String value) throws Exception {
    order.put(field, value.replace("\\n", "\n"));

    ScriptRun run = run("plan");

    assertThat(run.status()).isEqualTo(RunExit.ORDER.status());
    assertThat(run.output()).contains("not valid at").contains(field).doesNotContain("pwned");
    assertThat(machine.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{} {}", "$(touch pwned)", "{\"targets\":7}"})
  void what_is_no_order_runs_nothing(String text) throws Exception {
    ScriptRun run = ScriptRun.of(folder, "plan", text, Map.of(), machine);

    assertThat(run.status()).isEqualTo(RunExit.ORDER.status());
    assertThat(machine.calls()).isEmpty();
  }

  @Test
  void a_directory_may_not_lead_out_of_the_repository() throws Exception {
    for (String directory : List.of("../x", "a/../../b", "/etc", "-x")) {
      order.put("repository", "acme/infra").put("directory", directory);
      assertThat(run("plan").status()).as(directory).isEqualTo(RunExit.ORDER.status());
    }
  }

  @Test
  void the_tool_is_called_without_questions_and_with_the_lock_file_as_it_is() throws Exception {
    order.put("workspace", "blue").withArray("backendConfig").add("bucket=x y");
    order.withArray("varFiles").add("prod.tfvars");
    Files.writeString(code.resolve("prod.tfvars"), "");

    run("plan");

    assertThat(machine.calls("init"))
        .containsExactly(
            List.of(
                "terraform",
                "init",
                "-input=false",
                "-no-color",
                "-lockfile=readonly",
                "-backend-config=bucket=x y"));
    assertThat(machine.calls("plan").getFirst())
        .contains(
            "-input=false",
            "-json",
            "-detailed-exitcode",
            "-refresh=true",
            "-lock-timeout=5s",
            "-var-file=prod.tfvars");
    assertThat(machine.written("terraform-plan.env"))
        .contains("TF_WORKSPACE=blue", "TF_IN_AUTOMATION=1", "TF_INPUT=0");
  }

  @Test
  void a_refresh_only_plan_without_a_lock_is_asked_for_as_such() throws Exception {
    order.put("refreshOnly", true).put("lock", false).put("tool", "tofu");

    assertThat(run("plan").status()).isZero();

    assertThat(machine.calls("plan").getFirst())
        .startsWith("tofu")
        .contains("-refresh-only", "-lock=false")
        .doesNotContain("-refresh=true")
        .noneMatch(each -> each.startsWith("-lock-timeout"));
  }

  @Test
  void nothing_of_the_environment_changes_what_the_tool_does() throws Exception {
    ScriptRun.of(
        folder,
        "plan",
        order.toString(),
        Map.of("TF_CLI_ARGS_plan", "-destroy", "TF_LOG", "TRACE", "TF_WORKSPACE", "other"),
        machine);

    assertThat(machine.written("terraform-plan.env"))
        .doesNotContain("TF_CLI_ARGS", "TF_LOG", "TF_WORKSPACE");
  }

  @Test
  void code_without_a_lock_file_is_not_run() throws Exception {
    Files.delete(code.resolve(".terraform.lock.hcl"));

    ScriptRun run = run("plan");

    assertThat(run.status()).isEqualTo(RunExit.INIT.status());
    assertThat(run.output()).contains(".terraform.lock.hcl");
    assertThat(machine.calls()).isEmpty();
  }

  @Test
  void another_version_of_the_tool_is_not_run() throws Exception {
    order.put("toolVersion", "1.9.0");

    ScriptRun run = run("plan");

    assertThat(run.status()).isEqualTo(RunExit.MACHINE.status());
    assertThat(run.output()).contains("1.11.4").contains("1.9.0");
    assertThat(machine.calls("init")).isEmpty();
  }

  @Test
  void a_state_that_moves_while_the_plan_is_made_gives_no_plan() throws Exception {
    machine.answer("terraform-plan.then", FakeTool.state(8));

    assertThat(run("plan").status()).isEqualTo(RunExit.STATE.status());
    assertThat(folder.resolve("plan.tar.gz")).doesNotExist();
  }

  @Test
  void the_key_of_a_stack_with_an_odd_name_is_a_key() throws Exception {
    order.put("key", "plans/team%2Fshop+eu*/r1-check-1.tar.gz");

    assertThat(run("plan").status()).isZero();
  }

  @Test
  void no_state_at_all_gives_no_plan() throws Exception {
    machine.answer("terraform-state.out", "");

    assertThat(run("plan").status()).isEqualTo(RunExit.STATE.status());
    assertThat(machine.calls("plan")).isEmpty();
  }

  @Test
  void exactly_the_approved_plan_is_applied() throws Exception {
    run("plan");

    ScriptRun run = apply();

    assertThat(run.status()).as(run.output()).isZero();
    List<String> call = machine.calls("apply").getFirst();
    assertThat(call).contains("-input=false", "-json", "-lock-timeout=5s");
    assertThat(call.getLast()).endsWith("/plan.bin");
  }

  @Test
  void another_plan_than_the_approved_one_is_not_applied() throws Exception {
    run("plan");
    ObjectNode approved = approved();
    Files.writeString(folder.resolve("plan.tar.gz"), "something else");

    ScriptRun run = ScriptRun.of(folder, "apply", approved.toString(), Map.of(), machine);

    assertThat(run.status()).isEqualTo(RunExit.ARCHIVE.status());
    assertThat(run.output()).contains("not the one that was approved");
    assertThat(machine.calls("apply")).isEmpty();
  }

  @Test
  void a_state_that_moved_since_the_plan_is_not_touched() throws Exception {
    run("plan");
    machine.answer("terraform-state.out", FakeTool.state(8));

    assertThat(apply().status()).isEqualTo(RunExit.STALE.status());
    assertThat(machine.calls("apply")).isEmpty();
  }

  @Test
  void another_lock_file_than_the_plans_is_refused() throws Exception {
    run("plan");
    Files.writeString(code.resolve(".terraform.lock.hcl"), "# others");

    assertThat(apply().status()).isEqualTo(RunExit.INIT.status());
    assertThat(machine.calls("apply")).isEmpty();
  }

  @Test
  void the_plan_of_another_tool_is_refused() throws Exception {
    run("plan");
    order.put("tool", "tofu");

    assertThat(apply().status()).isEqualTo(RunExit.MACHINE.status());
    assertThat(machine.calls("apply")).isEmpty();
  }

  @Test
  void an_apply_without_version_or_hash_is_no_order() throws Exception {
    run("plan");
    for (String field : List.of("versionId", "sha256")) {
      ObjectNode incomplete = approved();
      incomplete.putNull(field);

      ScriptRun run = ScriptRun.of(folder, "apply", incomplete.toString(), Map.of(), machine);

      assertThat(run.status()).isEqualTo(RunExit.ORDER.status());
    }
  }

  @Test
  void the_bucket_is_asked_for_exactly_that_version() throws Exception {
    Map<String, String> bucket =
        Map.of("PLUMBLINE_PLAN_FILE", "", "PLUMBLINE_PLAN_BUCKET", "plans");
    ScriptRun planned = ScriptRun.of(folder, "plan", order.toString(), bucket, machine);
    assertThat(planned.status()).as(planned.output()).isZero();
    order.put("run", "apply").put("versionId", "-v/1+x");
    order.put("sha256", Sha256.of(Files.readAllBytes(folder.resolve("machine/uploaded"))));

    ScriptRun applied = ScriptRun.of(folder, "apply", order.toString(), bucket, machine);

    assertThat(applied.status()).as(applied.output()).isZero();
    List<List<String>> calls =
        machine.calls().stream().filter(call -> call.getFirst().equals("aws")).toList();
    assertThat(calls.getFirst()).contains("put-object", "--bucket=plans", "--key=plans/shop/r1");
    assertThat(calls.getLast())
        .contains("get-object", "--bucket=plans", "--key=plans/shop/r1", "--version-id=-v/1+x");
  }

  private ScriptRun run(String verb) throws Exception {
    ScriptRun run = ScriptRun.of(folder, verb, order.toString(), Map.of(), machine);
    assertThat(run.output()).doesNotContain("canary");
    assertThat(everythingUnder(machine.temporary())).as("files left behind").isEmpty();
    return run;
  }

  private ScriptRun apply() throws Exception {
    return ScriptRun.of(folder, "apply", approved().toString(), Map.of(), machine);
  }

  private ObjectNode approved() throws IOException {
    String hash = Sha256.of(Files.readAllBytes(folder.resolve("plan.tar.gz")));
    return order.deepCopy().put("run", "apply").put("versionId", hash).put("sha256", hash);
  }

  private Map<String, String> archive() throws IOException {
    return Archives.read(Files.readAllBytes(folder.resolve("plan.tar.gz")));
  }

  private static List<String> everythingUnder(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> !path.equals(root)).map(Path::toString).toList();
    }
  }
}
