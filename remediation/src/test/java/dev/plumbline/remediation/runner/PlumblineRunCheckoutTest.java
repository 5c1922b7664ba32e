package dev.plumbline.remediation.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which code is run, from a real repository. */
class PlumblineRunCheckoutTest {

  @TempDir Path folder;
  private FakeTool machine;
  private ObjectNode order;
  private Path work;

  @BeforeEach
  void prepare() throws Exception {
    machine = new FakeTool(folder.resolve("machine"));
    Path bare = Files.createDirectories(folder.resolve("git/acme/infra.git"));
    work = Files.createDirectories(folder.resolve("work"));
    git(bare, "init", "-q", "--bare", "--initial-branch=main");
    git(work, "init", "-q", "--initial-branch=main");
    git(work, "remote", "add", "origin", bare.toString());
    Files.createDirectories(work.resolve("infra"));
    Files.writeString(work.resolve("infra/.terraform.lock.hcl"), "# pins");
    Files.createSymbolicLink(work.resolve("out"), Path.of(".."));
    order = ScriptRun.order(folder).put("repository", "acme/infra").put("directory", "infra");
  }

  @Test
  void a_ref_is_resolved_once_and_its_commit_is_what_the_run_says() throws Exception {
    String commit = commit("one");
    git(work, "tag", "v1");
    git(work, "push", "-q", "origin", "main", "v1");

    for (String ref : List.of("main", "v1", "refs/heads/main", commit)) {
      order.put("ref", ref);
      ScriptRun run = run("plan");

      assertThat(run.status()).as(run.output()).isZero();
      assertThat(run.output()).contains("Code: acme/infra at " + commit);
      assertThat(planned()).isEqualTo(commit);
    }
  }

  @Test
  void without_a_ref_it_is_the_default_branch() throws Exception {
    String commit = commit("one");
    git(work, "push", "-q", "origin", "main");

    assertThat(run("plan").status()).isZero();
    assertThat(planned()).isEqualTo(commit);
  }

  @Test
  void the_commit_of_the_plan_is_applied_though_the_branch_went_on() throws Exception {
    String approved = commit("one");
    git(work, "push", "-q", "origin", "main");
    order.put("ref", "main");
    run("plan");
    Files.writeString(work.resolve("infra/.terraform.lock.hcl"), "# others");
    commit("two");
    git(work, "push", "-q", "origin", "main");

    ScriptRun run = apply(approved);

    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output()).contains(approved);
  }

  @Test
  void another_commit_than_the_plans_is_not_applied() throws Exception {
    commit("one");
    git(work, "push", "-q", "origin", "main");
    run("plan");
    String other = commit("two");
    git(work, "push", "-q", "origin", "main");

    assertThat(apply(other).status()).isEqualTo(RunExit.ARCHIVE.status());
    assertThat(machine.calls("apply")).isEmpty();
  }

  @Test
  void a_link_out_of_the_repository_is_not_followed() throws Exception {
    commit("one");
    git(work, "push", "-q", "origin", "main");
    order.put("directory", "out");

    ScriptRun run = run("plan");

    assertThat(run.status()).isEqualTo(RunExit.CHECKOUT.status());
    assertThat(run.output()).contains("leads out of acme/infra");
  }

  @Test
  void a_ref_that_is_not_there_is_told() throws Exception {
    commit("one");
    git(work, "push", "-q", "origin", "main");
    order.put("ref", "release");

    ScriptRun run = run("plan");

    assertThat(run.status()).isEqualTo(RunExit.CHECKOUT.status());
    assertThat(run.output()).contains("release of acme/infra cannot be fetched");
  }

  @Test
  void the_token_answers_git_for_its_own_server_and_is_in_no_argument_and_no_plan()
      throws Exception {
    machine.program(
        "git",
        """
        #!/bin/sh
        printf '%s\\n' "$@" >>"$FAKE/git-arguments"
        case "$*" in
          *fetch*)
            for who in "Username for 'https://github.com': " "Password for 'https://x-access-token@github.com': " \\
              "Password for 'https://x-access-token@github.com.evil.example': " "Password for 'https://evil.example': "; do
              "$GIT_ASKPASS" "$who" >>"$FAKE/answers" || echo refused >>"$FAKE/answers"
            done ;;
          *rev-parse*) echo 0123456789012345678901234567890123456789 ;;
          *checkout*) shift 10; mkdir -p "$TMPDIR"/*/code/infra; echo x >"$(echo "$TMPDIR"/*/code/infra)/.terraform.lock.hcl" ;;
          *init*) for last; do :; done; mkdir -p "$last/infra" ;;
        esac
        """);

    ScriptRun run =
        ScriptRun.of(
            folder,
            "plan",
            order.toString(),
            Map.of("PLUMBLINE_GIT_TOKEN", "canary-token"),
            machine);

    assertThat(run.status()).as(run.output()).isZero();
    assertThat(machine.written("answers").lines())
        .containsExactly("x-access-token", "canary-token", "refused", "refused");
    assertThat(machine.written("git-arguments"))
        .doesNotContain("canary")
        .contains("--\nhttps://github.com/acme/infra.git\nHEAD\n")
        .contains("protocol.allow=never");
    assertThat(machine.written("terraform-init.env")).contains("canary-token");
    assertThat(machine.written("terraform-plan.env")).doesNotContain("canary-token");
    assertThat(run.output()).doesNotContain("canary");
  }

  private ScriptRun run(String verb) throws Exception {
    return ScriptRun.of(
        folder,
        verb,
        order.toString(),
        Map.of("PLUMBLINE_GIT_BASE", folder.resolve("git").toString()),
        machine);
  }

  private ScriptRun apply(String commit) throws Exception {
    String hash = Sha256.of(Files.readAllBytes(folder.resolve("plan.tar.gz")));
    order.put("run", "apply").put("commit", commit).put("versionId", hash).put("sha256", hash);
    return run("apply");
  }

  private String planned() throws IOException {
    Map<String, String> archive = Archives.read(Files.readAllBytes(folder.resolve("plan.tar.gz")));
    return ScriptRun.json(archive.get("run.json")).path("commit").asText();
  }

  private String commit(String message) throws Exception {
    Files.writeString(work.resolve("infra/main.tf"), "# " + message);
    git(work, "add", "-A");
    git(work, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", message);
    return git(work, "rev-parse", "HEAD").strip();
  }

  private static String git(Path in, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
