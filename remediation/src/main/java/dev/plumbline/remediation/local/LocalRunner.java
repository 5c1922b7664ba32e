package dev.plumbline.remediation.local;

import dev.plumbline.engine.config.RemediationPolicy.Source;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Remediation.Run.Kind;
import dev.plumbline.remediation.Runner;
import dev.plumbline.remediation.runner.RunOrder;
import dev.plumbline.remediation.runner.RunSettings;
import dev.plumbline.remediation.runner.RunnerScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs orders as processes of this machine, by the script that CodeBuild runs too. A run goes on
 * when this program ends, and another one can ask how it went. Thread-safe.
 */
public final class LocalRunner implements Runner {

  private final Path folder;
  private final Path base;
  private final LocalPlans plans;
  private final RunSettings.OfStack settings;
  private final Map<String, String> environment;
  private final Clock clock;

  /**
   * @param folder keeps runs and plans, for its owner alone
   * @param base what a source's directory is relative to where no repository is named
   * @param settings how each stack's code is run
   * @param environment what runs are given beside this program's own environment
   */
  public LocalRunner(
      Path folder,
      Path base,
      RunSettings.OfStack settings,
      Map<String, String> environment,
      Clock clock)
      throws IOException {
    this.folder = PrivateFolder.of(folder.toAbsolutePath());
    this.base = base.toAbsolutePath();
    this.plans = new LocalPlans(this.folder.resolve("plans"), clock);
    this.settings = settings;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  /** Where its plans lie. */
  public LocalPlans plans() {
    return plans;
  }

  @Override
  public Run plan(PlanOrder order) throws IOException {
    return start(planOrder(Kind.PLAN, order), order.key());
  }

  @Override
  public Run check(PlanOrder order) throws IOException {
    return start(planOrder(Kind.CHECK, order), order.key());
  }

  @Override
  public Run apply(ApplyOrder order) throws IOException {
    return start(applyOrder(order), order.key());
  }

  @Override
  public Optional<Run> started(ApplyOrder order) throws IOException {
    RunOrder asked = applyOrder(order);
    return LocalRun.known(runs(), asked, clock);
  }

  private RunOrder applyOrder(ApplyOrder order) throws IOException {
    if (!order.versionId().equals(order.sha256())) {
      throw new IOException(
          "Version %s of the plan for stack %s is none of this machine's. Apply it where it was made, or ask for another plan."
              .formatted(order.versionId(), order.stack()));
    }
    ApplyOrder here =
        new ApplyOrder(
            order.remediation(),
            order.stack(),
            order.tool(),
            here(order.source()),
            order.commit(),
            order.key(),
            order.versionId(),
            order.sha256());
    return RunOrder.of(here, settings.of(order.stack()));
  }

  @Override
  public Progress progress(Run run) throws IOException {
    return new LocalRun(runs().resolve(Path.of(run.reference()).getFileName()), clock).progress();
  }

  /** Whoever is at this machine may lock the state, and so waits for others. */
  private RunOrder planOrder(Kind kind, PlanOrder order) throws IOException {
    PlanOrder here =
        new PlanOrder(
            order.remediation(),
            order.stack(),
            order.tool(),
            here(order.source()),
            order.commit(),
            order.targets(),
            order.refreshOnly(),
            order.key());
    return RunOrder.of(kind, here, settings.of(order.stack()), true);
  }

  private Source here(Source source) {
    return source.repository().isPresent()
        ? source
        : new Source(
            source.repository(),
            base.resolve(source.directory()).normalize().toString(),
            source.ref());
  }

  private Run start(RunOrder order, String key) throws IOException {
    Map<String, String> given = new HashMap<>(environment);
    given.put("PLUMBLINE_PLAN_FILE", plans.file(key).toString());
    return LocalRun.of(runs(), order, clock).start(script(), given, order.kind());
  }

  private Path runs() throws IOException {
    return PrivateFolder.of(folder.resolve("runs"));
  }

  private Path script() throws IOException {
    RunnerScript shipped = RunnerScript.SCRIPT;
    return Files.writeString(folder.resolve(shipped.file()), shipped.text());
  }
}
