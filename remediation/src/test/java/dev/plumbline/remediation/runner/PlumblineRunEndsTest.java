package dev.plumbline.remediation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the script ends where something fails, takes too long or is stopped, and what it tells. */
class PlumblineRunEndsTest {

  private static final String ERROR =
      """
      {"@level":"error","@message":"Error: canary","type":"diagnostic","diagnostic":{"severity":"error",\
      "summary":"updating SSM Parameter (/prod/canary): canary","detail":"operation error SSM: PutParameter, https \
      response error StatusCode: 400, RequestID: canary, api error AccessDeniedException: User: arn:canary is not \
      authorized to perform: ssm:PutParameter on resource: canary","address":"aws_ssm_parameter.p[\\"a\\u001b[31m\\nb\\"]"}}
      """;

  private static final String LOCKED =
      """
      {"@level":"error","type":"diagnostic","diagnostic":{"severity":"error","summary":"Error acquiring the state lock",\
      "detail":"Error message: operation error S3: PutObject\\nLock Info:\\n  ID:        1\\n  Who:       ana@desk\\n  \
      Created:   2026-11-21 09:00:00.0 +0000 UTC\\n  Info:      canary"}}
      """;

  @TempDir Path folder;
  private FakeTool machine;
  private ObjectNode order;

  @BeforeEach
  void prepare() throws IOException {
    Path code = Files.createDirectories(folder.resolve("code"));
    Files.writeString(code.resolve(".terraform.lock.hcl"), "# pins");
    machine = new FakeTool(folder.resolve("machine"));
    order = ScriptRun.order(code);
  }

  @Test
  void a_failed_plan_tells_what_where_and_which_permission_and_no_value() throws Exception {
    machine.answer("terraform-plan.out", "{\"@message\":\"canary\"}\n" + ERROR);
    machine.answer("terraform-plan.err", "panic: canary\n");
    machine.answer("terraform-plan.status", "1");

    ScriptRun run = run("plan", RunExit.PLAN);

    assertThat(run.output())
        .contains("terraform plan failed.")
        .contains("Error at aws_ssm_parameter.p[\"a?[31m?b\"]: updating SSM Parameter ")
        .contains("SSM PutParameter, 400, AccessDeniedException, needs ssm:PutParameter");
    assertThat(Files.readString(folder.resolve("run/why")))
        .contains("Error at")
        .doesNotContain("canary");
  }

  @Test
  void a_failed_init_tells_its_error_without_its_details() throws Exception {
    machine.answer(
        "terraform-init.err",
        "\n╷\n│ Error: Failed to get existing workspaces: canary\n│ \n│ canary operation error S3: ListObjectsV2, "
            + "https response error StatusCode: 403\n╵\n");
    machine.answer("terraform-init.status", "1");

    assertThat(run("plan", RunExit.INIT).output())
        .contains("Error: Failed to get existing workspaces");
  }

  @Test
  void a_word_that_is_no_word_is_not_told() throws Exception {
    machine.answer(
        "terraform-plan.out",
        "{\"diagnostic\":{\"severity\":\"error\",\"summary\":\"Invalid value s3cr3t-canary given\"}}\n");
    machine.answer("terraform-plan.status", "1");

    assertThat(run("plan", RunExit.PLAN).output()).contains("Error: Invalid value\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "apply"})
  void a_held_lock_is_told_with_who_holds_it_since_when(String verb) throws Exception {
    if (verb.equals("apply")) {
      approve();
    }
    machine.answer("terraform-%s.out".formatted(verb), LOCKED);
    machine.answer("terraform-%s.status".formatted(verb), "1");

    assertThat(run(verb, RunExit.LOCKED).output())
        .contains("held by ana@desk since 2026-11-21 09:00:00, and was not given back in 5 s");
  }

  @Test
  void a_plan_that_the_tool_calls_stale_is_stale() throws Exception {
    approve();
    machine.answer(
        "terraform-apply.out",
        "{\"diagnostic\":{\"severity\":\"error\",\"summary\":\"Saved plan is stale\"}}\n");
    machine.answer("terraform-apply.status", "1");

    run("apply", RunExit.STALE);
  }

  @Test
  void a_partial_apply_tells_what_was_done_and_what_was_not() throws Exception {
    approve();
    machine.answer(
        "terraform-apply.out",
        """
        {"@message":"canary","type":"apply_complete","hook":{"resource":{"addr":"aws_sqs_queue.a"},"action":"update","id_value":"canary"}}
        {"type":"apply_errored","hook":{"resource":{"addr":"aws_ssm_parameter.p"},"action":"update"}}
        """
            + ERROR);
    machine.answer("terraform-apply.status", "1");

    assertThat(run("apply", RunExit.APPLY).output())
        .contains("Done: update aws_sqs_queue.a\n")
        .contains("Failed: update aws_ssm_parameter.p\n")
        .contains("A part may have been done");
  }

  @Test
  void an_apply_tells_counts_and_addresses() throws Exception {
    approve();
    machine.answer(
        "terraform-apply.out",
        """
        {"type":"apply_complete","hook":{"resource":{"addr":"aws_sqs_queue.a"},"action":"update","id_value":"canary"}}
        {"type":"change_summary","changes":{"add":0,"change":1,"remove":0,"operation":"apply"}}
        {"type":"outputs","outputs":{"x":{"value":"canary"}}}
        """);

    assertThat(run("apply", RunExit.DONE).output())
        .isEqualTo(
            "Tool: terraform 1.11.4.\nDone: update aws_sqs_queue.a\nApplied: 0 added, 1 changed, 0 removed.\n");
  }

  @Test
  void what_takes_too_long_is_stopped_gently() throws Exception {
    order.put("timeoutSeconds", 5);
    machine.answer("terraform-version.sleep", "30");

    run("plan", RunExit.TIMEOUT);

    assertThat(machine.written("signals")).isEqualTo("TERM\n");
  }

  @Test
  void a_signal_is_passed_on_once_and_nothing_stays_behind() throws Exception {
    machine.answer("terraform-plan.sleep", "30");

    ScriptRun run =
        ScriptRun.of(
            folder,
            "plan",
            order.toString(),
            Map.of("PLUMBLINE_RUN_FOLDER", folder.resolve("run").toString()),
            machine,
            process -> {
              await(folder.resolve("machine/terraform-plan.env"));
              process.destroy();
            });

    assertThat(run.status()).isEqualTo(RunExit.STOPPED.status());
    assertThat(machine.written("signals")).isEqualTo("TERM\n");
    assertThat(Files.readString(folder.resolve("run/exit"))).isEqualTo("21\n");
    assertNothingLeft();
  }

  @Test
  void an_order_started_twice_is_run_once() throws Exception {
    run("plan", RunExit.DONE);

    assertThat(start("plan").status()).isZero();
    assertThat(machine.calls("plan")).hasSize(1);
  }

  @Test
  void a_tool_that_is_not_the_pinned_one_is_not_installed() throws Exception {
    machine.program(
        "curl", "#!/bin/sh\nwhile [ \"$1\" != -o ]; do shift; done\necho tool >\"$2\"\n");
    Map<String, String> pinned =
        Map.of(
            "PLUMBLINE_TOOL_URL",
            "https://releases.example/tool.zip",
            "PLUMBLINE_TOOL_SHA256",
            Sha256.of("another"),
            "PLUMBLINE_TOOL_DIR",
            folder.resolve("tools").toString());

    ScriptRun run = ScriptRun.of(folder, "install", "", pinned, machine);

    assertThat(run.status()).isEqualTo(RunExit.MACHINE.status());
    assertThat(run.output()).contains("PLUMBLINE_TOOL_SHA256");
    assertThat(folder.resolve("tools")).doesNotExist();
  }

  private void approve() throws Exception {
    assertThat(ScriptRun.of(folder, "plan", order.toString(), Map.of(), machine).status()).isZero();
    String hash = Sha256.of(Files.readAllBytes(folder.resolve("plan.tar.gz")));
    order.put("run", "apply").put("versionId", hash).put("sha256", hash);
  }

  private ScriptRun run(String verb, RunExit expected) throws Exception {
    ScriptRun run = start(verb);
    assertThat(run.status()).as(run.output()).isEqualTo(expected.status());
    assertThat(run.output()).doesNotContain("canary", "\u001b");
    assertThat(Files.readString(folder.resolve("run/exit")).strip())
        .isEqualTo(Integer.toString(expected.status()));
    assertNothingLeft();
    return run;
  }

  private ScriptRun start(String verb) throws Exception {
    return ScriptRun.of(
        folder,
        verb,
        order.toString(),
        Map.of("PLUMBLINE_RUN_FOLDER", folder.resolve("run").toString()),
        machine);
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> left = Files.list(machine.temporary())) {
      assertThat(left).as("files left behind").isEmpty();
    }
  }

  private static void await(Path file) {
    Instant patience = Instant.now().plus(Duration.ofSeconds(20));
    while (!Files.exists(file) && Instant.now().isBefore(patience)) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
