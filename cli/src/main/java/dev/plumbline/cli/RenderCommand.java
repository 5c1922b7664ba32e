package dev.plumbline.cli;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.ReportFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline render}: prints a kept JSON report in another form. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints a report that was kept as JSON in another form.")
final class RenderCommand implements Callable<Integer> {

  @Parameters(paramLabel = "REPORT.json", description = "A report of plumbline scan --format json.")
  private Path file = Path.of("report.json");

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      converter = SeverityName.class,
      completionCandidates = SeverityName.class,
      description =
          "Drift below it fails no case in junit: ${COMPLETION-CANDIDATES}. Default: low.")
  private Severity failOn = Severity.LOW;

  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UserException, IOException {
    output.write(read(), failOn, spec.commandLine().getOut());
    return 0;
  }

  private Report read() throws UserException {
    try (InputStream in = Files.newInputStream(file)) {
      return JsonReport.read(in);
    } catch (ReportFormatException wrong) {
      throw new UserException("%s: %s".formatted(file, wrong.getMessage()), wrong);
    } catch (NoSuchFileException missing) {
      throw new UserException("There is no %s.".formatted(file), missing);
    } catch (IOException unreadable) {
      throw new UserException(
          "%s could not be read: %s".formatted(file, unreadable.getMessage()), unreadable);
    }
  }
}
