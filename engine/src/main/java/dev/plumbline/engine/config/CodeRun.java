package dev.plumbline.engine.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a stack's code is run, beside where it lies.
 *
 * @param workspace the tool's; empty for the one that the state's key names, else the default one
 * @param toolVersion the only version that may run it; empty where what the code requires is enough
 * @param varFiles files with values of variables, below the root module
 * @param backendConfig what the code leaves open of its backend: {@code name=value}, or a file
 *     below the root module
 * @param lockTimeout how long a held lock of the state is waited for
 * @param timeout how long one run may take
 */
public record CodeRun(
    Optional<String> workspace,
    Optional<String> toolVersion,
    List<String> varFiles,
    List<String> backendConfig,
    Optional<Duration> lockTimeout,
    Optional<Duration> timeout) {

  /** Nothing is set. */
  public static final CodeRun USUAL =
      new CodeRun(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  public CodeRun {
    varFiles = List.copyOf(varFiles);
    backendConfig = List.copyOf(backendConfig);
  }
}
