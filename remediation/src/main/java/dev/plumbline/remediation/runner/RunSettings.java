package dev.plumbline.remediation.runner;

import dev.plumbline.engine.config.CodeRun;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a stack's code is run, beside what an order says.
 *
 * @param workspace the tool's workspace; empty for the default one
 * @param toolVersion the only version that may run it, such as {@code 1.11.4}; empty where what the
 *     code itself requires is enough
 * @param varFiles passed as {@code -var-file}, relative to the root module
 * @param backendConfig passed as {@code -backend-config}, files or {@code key=value}
 * @param lockTimeout how long a held lock of the state is waited for
 * @param timeout how long one run may take, up to a day
 */
public record RunSettings(
    Optional<String> workspace,
    Optional<String> toolVersion,
    List<String> varFiles,
    List<String> backendConfig,
    Duration lockTimeout,
    Duration timeout) {

  /** What holds where nobody says otherwise. */
  public static final RunSettings USUAL =
      new RunSettings(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Duration.ofMinutes(5),
          Duration.ofMinutes(45));

  public RunSettings {
    varFiles = List.copyOf(varFiles);
    backendConfig = List.copyOf(backendConfig);
  }

  /** What the configuration says, and else what is usual. */
  public static RunSettings of(CodeRun run) {
    return new RunSettings(
        run.workspace(),
        run.toolVersion(),
        run.varFiles(),
        run.backendConfig(),
        run.lockTimeout().orElse(USUAL.lockTimeout()),
        run.timeout().orElse(USUAL.timeout()));
  }

  /** The same in that workspace, where none is said yet. */
  public RunSettings inWorkspace(Optional<String> other) {
    return new RunSettings(
        workspace.or(() -> other), toolVersion, varFiles, backendConfig, lockTimeout, timeout);
  }

  /** The port to what holds for each stack. Thread-safe. */
  @FunctionalInterface
  public interface OfStack {

    /** What holds for the stack of that name. */
    RunSettings of(String stack) throws IOException;
  }
}
