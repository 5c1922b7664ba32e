package dev.plumbline.wiring.remediate;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.config.StackEntry;
import dev.plumbline.engine.people.People;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.remediation.Runner;
import dev.plumbline.remediation.steps.Automatic;
import dev.plumbline.remediation.steps.Ports;
import dev.plumbline.remediation.steps.Remediator;
import dev.plumbline.remediation.steps.Timing;
import dev.plumbline.wiring.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows scans, over a store in a folder and a runner whose runs go on as a test says. */
final class Followed implements Runner, PlanBucket, RemediationStore {

  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  final Store store;
  final List<String> started = new ArrayList<>();
  final List<Remediation> announced = new ArrayList<>();
  Progress progress = new Progress.Running();
  private final Configuration configuration;

  Followed(Path folder, String yaml) throws ConfigurationException {
    this.store = Store.inFolder(folder, clock());
    this.configuration = Configuration.parse(yaml, "plumbline.yaml");
  }

  AfterScan afterScan() {
    Ports ports =
        new Ports(
            this,
            store.stacks(),
            store.audit(),
            this::settings,
            this,
            this,
            (_, _) -> {
              throw new IOException("nothing is read");
            },
            _ -> Optional.empty(),
            announced::add,
            (_, _) -> false,
            () -> new People(List.of()),
            ResourceTypes.aws(),
            clock(),
            Timing.USUAL,
            () -> "remedy0001");
    Remediator remediator = new Remediator(ports);
    return new AfterScan(remediator, new Automatic(remediator, ports), this);
  }

  /** A stack called odd has settings that cannot be told. */
  private Optional<Settings> settings(String stack) {
    if (stack.equals("odd")) {
      throw new IllegalStateException("a bug");
    }
    return configuration.stacks().stream()
        .filter(each -> each instanceof StackEntry.Stack named && named.name().equals(stack))
        .map(StackEntry::settings)
        .findFirst();
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Override
  public Run plan(PlanOrder order) {
    return run(Run.Kind.PLAN, order);
  }

  @Override
  public Run check(PlanOrder order) {
    return run(Run.Kind.CHECK, order);
  }

  private Run run(Run.Kind kind, PlanOrder order) {
    started.add("%s %s %s".formatted(kind, order.stack(), order.targets()));
    return new Run(kind, kind + "-1", "", NOW);
  }

  @Override
  public Run apply(ApplyOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Run> started(ApplyOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Progress progress(Run run) {
    return progress;
  }

  @Override
  public Optional<Stored> read(String key) {
    return Optional.empty();
  }

  @Override
  public void delete(String key, String versionId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Remediation> find(String id) throws StoreException {
    return store.remediations().find(id);
  }

  @Override
  public Optional<Remediation> open(String stack) throws StoreException {
    return store.remediations().open(stack);
  }

  /** Of a stack called broken nothing can be read. */
  @Override
  public List<Remediation> of(String stack, int limit) throws StoreException {
    if (stack.equals("broken")) {
      throw new StoreException("the table does not answer");
    }
    return store.remediations().of(stack, limit);
  }

  @Override
  public List<Remediation> unfinished(int limit) throws StoreException {
    return store.remediations().unfinished(limit);
  }

  @Override
  public boolean create(Remediation remediation) throws StoreException {
    return store.remediations().create(remediation);
  }

  @Override
  public boolean replace(Remediation before, Remediation after) throws StoreException {
    return store.remediations().replace(before, after);
  }
}
