package dev.plumbline.cli;

import dev.plumbline.engine.config.Configuration;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Remediating with this machine's tools and credentials, without a service. */
final class LocalOptions {

  @Option(
      names = "--local",
      description =
          "Plan and apply on this machine, with its Terraform or OpenTofu and your credentials, where the stack's approval asks for nobody else.")
  private boolean local;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "With --local: the configuration. Default: ./plumbline.yaml.")
  private Path config = ConfigurationFile.USUAL;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "With --local: where it is remembered. Default: plumbline in XDG_STATE_HOME, else in ~/.local/state.")
  private Optional<Path> store = Optional.empty();

  @Option(
      names = "--yes",
      description = "With --local: approve the plan without being asked for its token.")
  private boolean yes;

  boolean chosen() {
    return local;
  }

  boolean yes() {
    return yes;
  }

  Path config() {
    return config;
  }

  Configuration configuration() throws UserException {
    return ConfigurationFile.read(config);
  }

  Path store() {
    return store.orElseGet(StoreOptions::usual);
  }
}
