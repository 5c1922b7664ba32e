package dev.plumbline.remediation.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Runner.Progress;
import dev.plumbline.remediation.runner.RunExit;
import dev.plumbline.remediation.runner.RunOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of one run: its order, its log, its process, and at the end how it went. Whatever
 * happened to the program that started it, the folder says how far it is.
 */
final class LocalRun {

  /** The script stops itself before, gently: see its {@code grace}. */
  private static final Duration OVERTIME = Duration.ofMinutes(7);

  private static final Duration TO_BEGIN = Duration.ofMinutes(1);
  private static final int DIGITS = 24;

  private final Path folder;
  private final Clock clock;

  LocalRun(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The run of that order, the same whenever it is asked for. */
  static LocalRun of(Path runs, RunOrder order, Clock clock) throws IOException {
    Path folder = PrivateFolder.of(place(runs, order));
    if (!Files.exists(folder.resolve("order.json"))) {
      // Whole or not at all, should this program end meanwhile.
      Path whole = Files.writeString(folder.resolve("order.new"), order.json());
      Files.move(whole, folder.resolve("order.json"));
    }
    return new LocalRun(folder, clock);
  }

  /** The run of that order, where its process ever began. */
  static Optional<Run> known(Path runs, RunOrder order, Clock clock) throws IOException {
    LocalRun run = new LocalRun(place(runs, order), clock);
    return run.has("taken") ? Optional.of(run.run(order.kind())) : Optional.empty();
  }

  private static Path place(Path runs, RunOrder order) {
    return runs.resolve(order.id().substring(0, DIGITS));
  }

  /** Starts it where it was not. The script takes the folder first, so that two starts are one. */
  Run start(Path script, Map<String, String> environment, Run.Kind kind) throws IOException {
    if (!has("taken")) {
      ProcessBuilder builder =
          new ProcessBuilder("sh", script.toString(), kind == Run.Kind.APPLY ? "apply" : "plan")
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(folder.resolve("order.json").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      builder.environment().putAll(environment);
      builder.environment().put("PLUMBLINE_ORDER_FILE", folder.resolve("order.json").toString());
      builder.environment().put("PLUMBLINE_RUN_FOLDER", folder.toString());
      builder.start();
    }
    return run(kind);
  }

  private Run run(Run.Kind kind) throws IOException {
    return new Run(kind, folder.getFileName().toString(), log().toString(), startedAt());
  }

  Progress progress() throws IOException {
    Optional<Progress> ended = ended();
    if (ended.isPresent()) {
      return ended.get();
    }
    Optional<ProcessHandle> process = process();
    return process.isPresent() ? going(process.get()) : gone();
  }

  private Progress going(ProcessHandle process) throws IOException {
    if (clock.instant().isBefore(startedAt().plus(limit()).plus(OVERTIME))) {
      return new Progress.Running();
    }
    ProcessTree.end(process);
    return ended().orElseGet(() -> failed(RunExit.TIMEOUT.meaning()));
  }

  private Progress gone() throws IOException {
    boolean beginning =
        read("pid").isEmpty() && clock.instant().isBefore(startedAt().plus(TO_BEGIN));
    if (beginning) {
      return new Progress.Running();
    }
    // It may have ended between the two looks.
    return ended()
        .orElseGet(
            () -> failed("its process was killed; if it was applying, read the stack again"));
  }

  private Optional<Progress> ended() throws IOException {
    String exit = read("exit");
    if (exit.isEmpty()) {
      return Optional.empty();
    }
    int status = Integer.parseInt(exit);
    return Optional.of(status == 0 ? new Progress.Succeeded() : failed(status));
  }

  private Progress failed(int status) throws IOException {
    String said = read("why");
    return said.isEmpty()
        ? failed(RunExit.of(status).map(RunExit::meaning).orElse("of exit status " + status))
        : new Progress.Failed(said);
  }

  private Progress failed(String reason) {
    return new Progress.Failed("The run ended because %s. Its log: %s".formatted(reason, log()));
  }

  /** The run's process, and not another that has its number by now. */
  private Optional<ProcessHandle> process() throws IOException {
    Path pid = folder.resolve("pid");
    String number = read("pid");
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Instant written = Files.getLastModifiedTime(pid).toInstant().plus(2, ChronoUnit.SECONDS);
    return ProcessHandle.of(Long.parseLong(number))
        .filter(ProcessHandle::isAlive)
        .filter(each -> each.info().startInstant().map(written::isAfter).orElse(true));
  }

  private Duration limit() throws IOException {
    return Duration.ofSeconds(
        new ObjectMapper()
            .readTree(folder.resolve("order.json").toFile())
            .path("timeoutSeconds")
            .asLong());
  }

  private Instant startedAt() throws IOException {
    return Files.getLastModifiedTime(folder.resolve("order.json"))
        .toInstant()
        .truncatedTo(ChronoUnit.MILLIS);
  }

  private Path log() {
    return folder.resolve("log");
  }

  /** "" where it is not there yet, or is just being written. */
  private String read(String name) throws IOException {
    return has(name) ? Files.readString(folder.resolve(name)).strip() : "";
  }

  private boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }
}
