package dev.plumbline.tests;

import dev.plumbline.cli.Plumbline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line, run in this JVM. */
final class Cli {

  private Cli() {}

  /** How a command ended. */
  record Result(int exitCode, String out, String err) {}

  /** Scans a state against an emulated account. */
  static Result scan(URI endpoint, String state, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "scan",
                state.toString(),
                "--endpoint-url",
                endpoint.toString(),
                "--region=us-east-1"));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  /** Scans a state in a file. */
  static Result scan(URI endpoint, Path state, String... options) {
    return scan(endpoint, state.toString(), options);
  }

  static Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Plumbline.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Result(exitCode, out.toString(), err.toString());
  }
}
