package dev.plumbline.remediation.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.remediation.PlanBucket.Stored;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Runner.ApplyOrder;
import dev.plumbline.remediation.Runner.Progress;
import dev.plumbline.remediation.Runner.Progress.Failed;
import dev.plumbline.remediation.Runner.Progress.Running;
import dev.plumbline.remediation.Runner.Progress.Succeeded;
import dev.plumbline.remediation.runner.Archives;
import dev.plumbline.remediation.runner.FakeTool;
import dev.plumbline.remediation.runner.Orders;
import dev.plumbline.remediation.runner.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunnerTest {

  @TempDir Path folder;
  private Path code;
  private FakeTool machine;

  @BeforeEach
  void prepare() throws IOException {
    code = Files.createDirectories(folder.resolve("code"));
    Files.writeString(code.resolve(".terraform.lock.hcl"), "# pins");
    machine = new FakeTool(folder.resolve("machine"));
  }

  @Test
  void a_plan_is_made_kept_and_applied() throws Exception {
    LocalRunner runner = runner(Clock.systemUTC());
    Run plan = runner.plan(Orders.plan(Orders.at(Path.of("code")), "aws_sqs_queue.jobs"));
    assertThat(end(runner, plan)).isEqualTo(new Succeeded());

    Stored stored = runner.plans().read(Orders.KEY).orElseThrow();
    ApplyOrder order =
        Orders.apply(Orders.at(Path.of("code")), "", stored.versionId(), stored.sha256());
    assertThat(runner.started(order)).isEmpty();
    Run apply = runner.apply(order);

    assertThat(end(runner, apply)).isEqualTo(new Succeeded());
    assertThat(runner(Clock.systemUTC()).started(order)).contains(apply);
    assertThat(plan.kind()).isEqualTo(Run.Kind.PLAN);
    assertThat(apply.kind()).isEqualTo(Run.Kind.APPLY);
    assertThat(machine.calls("apply")).hasSize(1);
    assertThat(Path.of(apply.log())).content().contains("Tool: terraform 1.11.4.");
  }

  @Test
  void the_same_order_is_the_same_run() throws Exception {
    LocalRunner runner = runner(Clock.systemUTC());
    Run once = runner.plan(Orders.plan(Orders.at(code)));
    Run meanwhile = runner.plan(Orders.plan(Orders.at(code)));
    end(runner, once);
    Run afterwards = runner.plan(Orders.plan(Orders.at(code)));

    assertThat(meanwhile).isEqualTo(once);
    assertThat(afterwards).isEqualTo(once);
    assertThat(machine.calls("plan")).hasSize(1);
    Run another = runner.plan(Orders.plan(Orders.at(code), "a.b"));
    assertThat(another.reference()).isNotEqualTo(once.reference());
    // Until it has ended it writes into the folder that JUnit is about to delete.
    assertThat(end(runner, another)).isEqualTo(new Succeeded());
  }

  @Test
  void another_process_can_ask_how_a_run_went() throws Exception {
    machine.answer("terraform-plan.status", "1");
    Run run = runner(Clock.systemUTC()).plan(Orders.plan(Orders.at(code)));

    Progress progress = end(runner(Clock.systemUTC()), run);

    assertThat(progress).isEqualTo(new Failed("terraform plan failed."));
  }

  @Test
  void a_run_that_was_killed_has_failed() throws Exception {
    machine.answer("terraform-plan.sleep", "60");
    LocalRunner runner = runner(Clock.systemUTC());
    Run run = runner.plan(Orders.plan(Orders.at(code)));
    ProcessHandle process = process(run);
    assertThat(runner.progress(run)).isEqualTo(new Running());
    var started = process.descendants().toList();
    // First, before it can say that what it started was killed.
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);

    assertThat(end(runner, run))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.why()).contains("its process was killed"));
  }

  @Test
  void a_run_past_all_its_time_is_ended_with_all_that_it_started() throws Exception {
    machine.answer("terraform-plan.sleep", "60");
    LocalRunner runner = runner(Clock.systemUTC());
    Run run = runner.plan(Orders.plan(Orders.at(code)));
    ProcessHandle process = process(run);
    var started = process.descendants().toList();

    Progress progress = runner(Clock.offset(Clock.systemUTC(), Duration.ofHours(1))).progress(run);

    assertThat(progress)
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.why()).contains("The run was stopped"));
    assertThat(machine.written("signals")).isEqualTo("TERM\n");
    for (ProcessHandle each : started) {
      each.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_plan_of_another_version_is_not_even_started() throws Exception {
    LocalRunner runner = runner(Clock.systemUTC());

    assertThatThrownBy(() -> runner.apply(Orders.apply(Orders.at(code), "", "v2", "0".repeat(64))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none of this machine's");
    assertThat(machine.calls()).isEmpty();
  }

  @Test
  void a_plan_is_for_its_owners_eyes_and_only_its_own_version_is_deleted() throws Exception {
    LocalRunner runner = runner(Clock.systemUTC());
    end(runner, runner.plan(Orders.plan(Orders.at(code))));
    LocalPlans plans = runner.plans();
    Stored stored = plans.read(Orders.KEY).orElseThrow();

    assertThat(Archives.read(stored.archive().asByteArray())).containsKey("plan.bin");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plans.file(Orders.KEY))))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(plans.file(Orders.KEY).getParent())))
        .isEqualTo("rwx------");
    plans.delete(Orders.KEY, "0".repeat(64));
    assertThat(plans.read(Orders.KEY)).isPresent();
    plans.delete(Orders.KEY, stored.versionId());
    assertThat(plans.read(Orders.KEY)).isEmpty();
    plans.delete(Orders.KEY, stored.versionId());
  }

  @Test
  void a_plan_is_gone_after_a_day() throws Exception {
    LocalRunner runner = runner(Clock.systemUTC());
    end(runner, runner.plan(Orders.plan(Orders.at(code))));

    LocalPlans tomorrow = runner(Clock.offset(Clock.systemUTC(), Duration.ofHours(25))).plans();

    assertThat(tomorrow.read(Orders.KEY)).isEmpty();
    assertThat(tomorrow.file(Orders.KEY)).doesNotExist();
  }

  private LocalRunner runner(Clock clock) throws IOException {
    return new LocalRunner(
        folder.resolve("private"),
        folder,
        stack -> RunSettings.USUAL,
        machine.environment(),
        clock);
  }

  private ProcessHandle process(Run run) throws Exception {
    Path planning = folder.resolve("machine/terraform-plan.env");
    await(planning);
    Path pid = folder.resolve("private/runs").resolve(run.reference()).resolve("pid");
    return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
  }

  private static void await(Path file) throws InterruptedException {
    Instant patience = Instant.now().plusSeconds(30);
    while (!Files.exists(file) && Instant.now().isBefore(patience)) {
      Thread.sleep(50);
    }
  }

  private static Progress end(LocalRunner runner, Run run) throws Exception {
    Instant patience = Instant.now().plusSeconds(60);
    while (runner.progress(run).equals(new Running()) && Instant.now().isBefore(patience)) {
      Thread.sleep(50);
    }
    return runner.progress(run);
  }
}
