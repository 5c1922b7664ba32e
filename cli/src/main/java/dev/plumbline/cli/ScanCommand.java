package dev.plumbline.cli;

import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.RemoteScan;
import dev.plumbline.cli.remote.Service;
import dev.plumbline.cli.warmup.Scanned;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.publish.render.ImportBlocks;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ScanOptions;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline scan}: compares states with what is live, and prints the report. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Compares states with what is live and prints the report.",
    footer = {
      "",
      "Exit codes: 0 in sync and read; 1 a usage error, or a stack that could not be scanned;",
      "2 drift at or above --fail-on; 3 no such drift, but something could not be read."
    })
final class ScanCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "STATE",
      description = {
        "A file or s3://bucket/key. Without any: the stacks of plumbline.yaml.",
        "With --remote the names of stacks; without any: all."
      })
  private List<String> states = new ArrayList<>();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The configuration. Default: ./plumbline.yaml where no STATE is named.")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--stack", paramLabel = "NAME", description = "Only this stack. May be repeated.")
  private Set<String> stacks = Set.of();

  @Option(
      names = "--address",
      paramLabel = "GLOB",
      description = "Only these addresses. May be repeated.")
  private List<String> addresses = new ArrayList<>();

  @Option(names = "--type", paramLabel = "GLOB", description = "Only these types. May be repeated.")
  private List<String> types = new ArrayList<>();

  @Option(names = "--unmanaged", description = "Look for resources that are in no state as well.")
  private boolean unmanaged;

  @Option(
      names = "--import-blocks",
      paramLabel = "FILE",
      description = "Write Terraform import blocks for unmanaged resources; implies --unmanaged.")
  private Optional<Path> importBlocks = Optional.empty();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      converter = SeverityName.class,
      completionCandidates = SeverityName.class,
      description = "Drift below it does not fail: ${COMPLETION-CANDIDATES}. Default: low.")
  private Severity failOn = Severity.LOW;

  @Option(
      names = "--strict",
      description = "A type without a reader makes the scan incomplete (exit code 3).")
  private boolean strict;

  @Option(
      names = "--lock-wait",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "How long to wait for a locked or changing state, such as 10m. Default: not at all.")
  private Duration lockWait = Duration.ZERO;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "How long reading one stack may take; the rest is reported as unreadable. Default: 10m.")
  private Duration timeout = Duration.ofMinutes(10);

  @Mixin private OutputOptions output = new OutputOptions();

  @Mixin private RemoteOptions remote = new RemoteOptions();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, RemoteException, IOException {
    Report report = remote.address().isPresent() ? remoteReport() : localReport();
    output.write(report, failOn, spec.commandLine().getOut());
    if (remote.address().isEmpty()) {
      Scanned.note(report);
    }
    if (importBlocks.isPresent()) {
      try (var writer = Files.newBufferedWriter(importBlocks.get())) {
        new ImportBlocks().write(report, writer);
      }
    }
    return ExitCode.of(report, failOn, strict).number();
  }

  private Report remoteReport() throws UserException, RemoteException {
    RemoteStacks named = RemoteStacks.of(states, stacks, spec.commandLine().getParseResult());
    Service service = remote.service(connection.connection(Optional.empty()));
    return new RemoteScan(service, remote.waiting(service, spec.commandLine().getErr()))
        .report(named.names(), unmanaged || importBlocks.isPresent());
  }

  private Report localReport() throws UserException {
    Configuration configuration = configuration();
    Connection aws = connection.connection(configuration.defaults().region());
    try (Wiring wiring = new Wiring(aws, configuration);
        Progress progress = new Progress(spec.commandLine().getErr(), Clock.systemUTC())) {
      wiring.begin();
      StackPlans plans = plans(wiring, aws);
      CodeIgnores code = code(plans, configuration);
      code.problems().forEach(spec.commandLine().getErr()::println);
      return wiring.scan(requests(plans, configuration), code, LocalKey.read(), progress);
    }
  }

  private Configuration configuration() throws UserException {
    if (config.isPresent()) {
      return ConfigurationFile.read(config.get());
    }
    if (!states.isEmpty()) {
      return Configuration.EMPTY;
    }
    if (!Files.exists(ConfigurationFile.USUAL)) {
      throw new UserException(
          "There is nothing to scan: name a STATE (a file or s3://bucket/key), or write a plumbline.yaml.");
    }
    return ConfigurationFile.read(ConfigurationFile.USUAL);
  }

  private StackPlans plans(Wiring wiring, Connection aws) {
    boolean everything = unmanaged || importBlocks.isPresent();
    ScanOptions options = new ScanOptions(stacks, addresses, types, everything, lockWait, timeout);
    return new StackPlans(wiring.states(), aws.region(), options);
  }

  private CodeIgnores code(StackPlans plans, Configuration configuration) {
    Path file = config.orElse(ConfigurationFile.USUAL).toAbsolutePath();
    return CodeIgnores.read(
        plans.written(configuration),
        CodeIgnores.Folders.below(Optional.ofNullable(file.getParent()).orElse(file)));
  }

  private List<StackRequest> requests(StackPlans plans, Configuration configuration)
      throws UserException {
    if (!states.isEmpty()) {
      return plans.ofStates(states, configuration);
    }
    try {
      List<StackPlans.Named> known = plans.stacks(configuration);
      List<String> names = known.stream().map(StackPlans.Named::name).toList();
      List<String> unknown = stacks.stream().filter(each -> !names.contains(each)).toList();
      if (!unknown.isEmpty()) {
        throw new UserException(
            "No stack of the configuration is called " + String.join(" or ", unknown) + ".");
      }
      if (known.isEmpty()) {
        throw new UserException(
            "The configuration names no stacks, and its patterns find none: there is nothing to scan.");
      }
      return plans.of(known);
    } catch (IllegalArgumentException twice) {
      throw new UserException(String.valueOf(twice.getMessage()), twice);
    }
  }
}
