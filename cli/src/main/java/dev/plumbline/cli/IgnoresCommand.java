package dev.plumbline.cli;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.wiring.terraform.TerraformIgnores;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code plumbline ignores}: the configuration's ignore rules, or rules made of Terraform's {@code
 * ignore_changes}.
 */
@Command(
    name = "ignores",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Lists the ignore rules of the configuration, or writes rules from Terraform's code.")
final class IgnoresCommand implements Callable<Integer> {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The configuration. Default: ./plumbline.yaml.")
  private Path config = ConfigurationFile.USUAL;

  @Option(
      names = "--from-terraform",
      paramLabel = "DIR",
      description = "Print rules for the ignore_changes and ignore_tags of the code there.")
  private Optional<Path> terraform = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException {
    return terraform.isPresent() ? write(terraform.get()) : list();
  }

  private int write(Path directory) throws UserException {
    if (!Files.isDirectory(directory)) {
      throw new UserException("%s is no folder.".formatted(directory));
    }
    try {
      TerraformIgnores read = TerraformIgnores.read(directory);
      read.problems().forEach(spec.commandLine().getErr()::println);
      PrintWriter out = spec.commandLine().getOut();
      out.print(read.toYaml());
      out.flush();
      return read.problems().isEmpty() ? 0 : 1;
    } catch (IOException unreadable) {
      throw new UserException(
          "%s could not be read: %s".formatted(directory, unreadable.getMessage()), unreadable);
    }
  }

  private int list() throws UserException {
    Configuration configuration = ConfigurationFile.read(config);
    LocalDate today = LocalDate.now(Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    for (IgnoreRule rule : configuration.ignore()) {
      out.printf("%-8s %s%n", rule.expired(today) ? "expired" : "holds", rule.explanation());
    }
    out.printf("%d rules%n", configuration.ignore().size());
    out.flush();
    return 0;
  }
}
