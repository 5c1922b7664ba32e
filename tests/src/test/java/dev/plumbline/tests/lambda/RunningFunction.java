package dev.plumbline.tests.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One container of the function: a JVM with AWS's runtime client in it. */
final class RunningFunction implements AutoCloseable {

  private static final String FUNCTIONS = "dev.plumbline.functions.";
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private final RuntimeApi api;
  private final Process process;
  private final Path log;
  private final Instant started;

  private RunningFunction(RuntimeApi api, Process process, Path log, Instant started) {
    this.api = api;
    this.process = process;
    this.log = log;
    this.started = started;
  }

  /** Starts one of the function that scans. */
  static RunningFunction start(
      FunctionZip zip, List<String> jvm, Map<String, String> environment, Path log)
      throws IOException {
    return start(zip, "ScanFunction", jvm, environment, log);
  }

  /**
   * Starts one. Its environment holds what is given and nothing of this program's.
   *
   * @param function the handler's class
   * @param jvm further options of the JVM
   */
  static RunningFunction start(
      FunctionZip zip, String function, List<String> jvm, Map<String, String> environment, Path log)
      throws IOException {
    return start(List.of(), zip, function, jvm, environment, log);
  }

  /**
   * The same.
   *
   * @param before what the JVM is started by, such as {@code taskset -c 0}
   */
  static RunningFunction start(
      List<String> before,
      FunctionZip zip,
      String function,
      List<String> jvm,
      Map<String, String> environment,
      Path log)
      throws IOException {
    RuntimeApi api = new RuntimeApi();
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of("-cp", zip.classPath(), CLIENT, FUNCTIONS + function + "::handleRequest"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "plumbline");
    builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    builder.environment().put("LAMBDA_TASK_ROOT", zip.folder().toString());
    builder.environment().putAll(environment);
    return new RunningFunction(api, builder.start(), log, Instant.now());
  }

  /** Waits for the end of its initialisation and says how long it took. */
  Duration initialised() throws InterruptedException, TimeoutException {
    return Duration.between(started, api.initialised(Duration.ofSeconds(60)));
  }

  /** Waits until it is ready for its snapshot, and says how long it took. */
  Duration snapshot() throws InterruptedException, TimeoutException {
    return Duration.between(started, api.restored(Duration.ofSeconds(60)));
  }

  /** Waits until it asks for its first event, and says how long after its snapshot that is. */
  Duration resumed() throws InterruptedException, TimeoutException {
    Duration patience = Duration.ofSeconds(60);
    return Duration.between(api.restored(patience), api.initialised(patience));
  }

  RuntimeApi.Answer invoke(String event) throws InterruptedException, TimeoutException {
    return api.invoke(event, Duration.ofSeconds(120));
  }

  /** Everything it printed so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** The most memory it took, in MiB; empty where the system does not say. */
  Optional<Long> peakMemory() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return Optional.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst();
  }

  /** How long processors worked for it so far, however many others they worked for. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Ends it in order, so that a JVM that is to leave a cache behind does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    api.close();
  }
}
