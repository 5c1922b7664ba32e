package dev.plumbline.cli;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.render.RenderOptions;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In which forms a report is written, and where to. */
final class OutputOptions {

  private static final int USUAL_WIDTH = 100;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Form of the report: ${COMPLETION-CANDIDATES}. Default: text.")
  private Format format = Format.text;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Write the report there instead of to standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description = "Write the report in a further form, such as html=drift.html. May be repeated.")
  private Map<Format, Path> reports = new LinkedHashMap<>();

  @Option(names = "--all", description = "Show resources that are in sync as well.")
  private boolean all;

  /**
   * Writes the report in every form asked for.
   *
   * @param failOn drift below it is no failure, in the forms that know failures
   */
  void write(Report report, Severity failOn, PrintWriter standardOutput) throws IOException {
    for (Map.Entry<Format, Path> further : reports.entrySet()) {
      toFile(report, failOn, further.getKey(), further.getValue());
    }
    if (out.isPresent()) {
      toFile(report, failOn, format, out.get());
    } else {
      format
          .render(failOn)
          .render(report, new RenderOptions(all, colour(), width()), standardOutput);
      standardOutput.flush();
    }
  }

  private void toFile(Report report, Severity failOn, Format form, Path file) throws IOException {
    try (var writer = Files.newBufferedWriter(file)) {
      form.render(failOn).render(report, new RenderOptions(all, false, USUAL_WIDTH), writer);
    }
  }

  private static boolean colour() {
    boolean refused =
        Optional.ofNullable(System.getenv("NO_COLOR")).filter(it -> !it.isEmpty()).isPresent();
    return !refused && terminal();
  }

  /** Whether a person reads standard output on a terminal. */
  static boolean terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private static int width() {
    try {
      return Integer.parseInt(Optional.ofNullable(System.getenv("COLUMNS")).orElse(""));
    } catch (NumberFormatException _) {
      return USUAL_WIDTH;
    }
  }
}
