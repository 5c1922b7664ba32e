package dev.plumbline.cli;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.people.People;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.remediation.Announcer;
import dev.plumbline.remediation.Directory;
import dev.plumbline.remediation.local.LocalRunner;
import dev.plumbline.remediation.steps.Ports;
import dev.plumbline.remediation.steps.Timing;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.remediate.DeployedStacks;
import dev.plumbline.wiring.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What remediation stands on where there is no service but this machine. */
final class LocalPorts {

  private static final Duration SCAN = Duration.ofMinutes(10);

  private LocalPorts() {}

  /**
   * Puts it together.
   *
   * @param file the configuration, read anew for each step
   * @param folder keeps what is remembered, the runs and their plans
   * @param environment what runs are given beside this program's own
   */
  static Ports of(
      Path file,
      Path folder,
      Connection aws,
      Map<String, String> environment,
      Announcer announcer,
      Clock clock)
      throws UserException, IOException {
    Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    Store store = Store.inFolder(folder, clock);
    DeployedStacks stacks = stacks(file, base, aws, clock);
    LocalRunner runner =
        new LocalRunner(folder.resolve("runner"), base, stacks, environment, clock);
    return new Ports(
        store.remediations(),
        store.stacks(),
        store.audit(),
        stacks,
        runner,
        runner.plans(),
        stacks,
        stacks,
        announcer,
        nobody(),
        () -> new People(configuration(file).people()),
        ResourceTypes.aws(),
        clock,
        Timing.USUAL,
        Ports.randomIds());
  }

  private static DeployedStacks stacks(Path file, Path base, Connection aws, Clock clock) {
    return new DeployedStacks(
        aws,
        () -> configuration(file),
        named -> CodeIgnores.read(named, CodeIgnores.Folders.below(base)),
        new OnceRead(),
        SCAN,
        clock);
  }

  private static Configuration configuration(Path file) throws IOException {
    try {
      return ConfigurationFile.read(file);
    } catch (UserException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Directory nobody() {
    return (team, login) -> {
      throw new IOException(
          "Whether %s is in %s cannot be asked with --local. Ask on the issue, in Slack or through the service."
              .formatted(login, team));
    };
  }

  /** Where the key cannot be kept, each reading makes another one, by which every drift is new. */
  private static final class OnceRead implements DeployedStacks.Key {

    private byte @Nullable [] key;

    @Override
    public synchronized byte[] bytes() {
      byte[] read = key == null ? LocalKey.read() : key;
      key = read;
      return read;
    }
  }
}
