package dev.plumbline.wiring.remediate;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.remediation.Locks;
import dev.plumbline.remediation.Scanning;
import dev.plumbline.remediation.StackSettings;
import dev.plumbline.remediation.runner.RunSettings;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateSource;
import dev.plumbline.state.source.S3StateKey;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.StackPlans.Named;
import dev.plumbline.wiring.Wiring;
import dev.plumbline.wiring.settings.DeployedConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stacks of the configuration as it is deployed now: what it says of them, how their code is
 * run, who locks their states, and how they are. Thread-safe.
 */
public final class DeployedStacks implements StackSettings, Locks, Scanning, RunSettings.OfStack {

  private final Connection connection;
  private final DeployedConfiguration deployed;
  private final Code code;
  private final Key key;
  private final Duration timeout;
  private final InstantSource clock;

  /**
   * @param code what the stacks' code ignores
   * @param timeout how long one scan may take
   */
  public DeployedStacks(
      Connection connection,
      DeployedConfiguration deployed,
      Code code,
      Key key,
      Duration timeout,
      InstantSource clock) {
    this.connection = connection;
    this.deployed = deployed;
    this.code = code;
    this.key = key;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** The port to what the stacks' code leaves to others. */
  @FunctionalInterface
  public interface Code {
    CodeIgnores of(List<Named> stacks) throws IOException;
  }

  /** The port to what fingerprints are made with. */
  @FunctionalInterface
  public interface Key {
    byte[] bytes() throws IOException;
  }

  /** Something done with one stack. */
  private interface Work<T> {
    T with(Wiring wiring, StackPlans plans, Named stack) throws IOException;
  }

  @Override
  public Optional<Settings> find(String stack) throws IOException {
    return on(stack, Set.of(), (_, _, named) -> named.settings());
  }

  @Override
  public Optional<String> holder(String stack) throws IOException {
    return on(stack, Set.of(), (wiring, _, named) -> holder(wiring, named))
        .flatMap(holder -> holder);
  }

  /** How the stack's code is run: in the workspace of its state where nothing else is said. */
  @Override
  public RunSettings of(String stack) throws IOException {
    return on(stack, Set.of(), (_, _, named) -> run(named)).orElseThrow(() -> gone(stack));
  }

  @Override
  public StackReport scan(String stack, Set<String> addresses) throws IOException {
    return on(stack, addresses, this::scan).orElseThrow(() -> gone(stack));
  }

  private static IOException gone(String stack) {
    return new IOException("The configuration has no stack called " + stack + " any more.");
  }

  private static RunSettings run(Named named) {
    return named
        .settings()
        .remediation()
        .map(policy -> RunSettings.of(policy.run()))
        .orElse(RunSettings.USUAL)
        .inWorkspace(S3StateKey.workspaceNamedBy(named.state()));
  }

  private StackReport scan(Wiring wiring, StackPlans plans, Named named) throws IOException {
    Report report =
        wiring.scanBy(
            clock.instant().plus(timeout),
            plans.of(List.of(named)),
            code.of(List.of(named)),
            key.bytes());
    return report.stacks().getFirst();
  }

  private static Optional<String> holder(Wiring wiring, Named named) throws IOException {
    Settings settings = named.settings();
    try {
      return wiring
          .states()
          .open(named.state(), settings.lock(), settings.stateRole())
          .lock()
          .map(DeployedStacks::words);
    } catch (StateException e) {
      throw new IOException("%s %s".formatted(e.getMessage(), e.action()), e);
    }
  }

  private static String words(StateSource.Lock lock) {
    return "%s (%s, since %s, lock %s)"
        .formatted(lock.who(), lock.operation(), lock.created(), lock.id());
  }

  private <T> Optional<T> on(String stack, Set<String> addresses, Work<T> work) throws IOException {
    Configuration configuration = deployed.configuration();
    try (Wiring wiring = new Wiring(connection, configuration)) {
      StackPlans plans = plans(wiring, configuration, addresses);
      Optional<Named> named = NamedStack.of(plans, configuration, stack);
      return named.isEmpty()
          ? Optional.empty()
          : Optional.of(work.with(wiring, plans, named.get()));
    }
  }

  private StackPlans plans(Wiring wiring, Configuration configuration, Set<String> addresses) {
    return new StackPlans(
        wiring.states(),
        configuration.defaults().region().orElse(connection.region()),
        new ScanOptions(
            Set.of(), List.copyOf(addresses), List.of(), false, Duration.ZERO, timeout));
  }
}
