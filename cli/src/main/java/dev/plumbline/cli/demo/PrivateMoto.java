package dev.plumbline.cli.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A {@code moto_server} in a virtual environment of its own below the user's cache folder, made on
 * first use. Several programs may ask at once; one makes it and the others wait.
 */
final class PrivateMoto {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final String version;
  private final Consumer<String> progress;
  private final Path cache;
  private final Optional<Path> python;

  PrivateMoto(String version, Consumer<String> progress) {
    this(version, progress, cacheFolder(), Programs.onPath("python3"));
  }

  PrivateMoto(String version, Consumer<String> progress, Path cache, Optional<Path> python) {
    this.version = version;
    this.progress = progress;
    this.cache = cache;
    this.python = python;
  }

  /** The program, installed if need be. */
  Path program() throws EmulatorException {
    Path home = cache.resolve("moto-" + version);
    Path complete = home.resolve("complete");
    Path program = home.resolve("bin").resolve("moto_server");
    if (Files.exists(complete)) {
      return program;
    }
    try {
      Files.createDirectories(cache);
      try (FileChannel file =
              FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = file.lock()) {
        if (lock.isValid() && !Files.exists(complete)) {
          install(home);
          Files.createFile(complete);
        }
      }
      return program;
    } catch (IOException e) {
      throw new EmulatorException(remedy("%s cannot be written".formatted(cache)), e);
    }
  }

  private Path lockFile() {
    return cache.resolve("moto-" + version + ".lock");
  }

  private void install(Path home) throws EmulatorException, IOException {
    Path interpreter =
        python.orElseThrow(() -> new EmulatorException(remedy("there is no python3 on the PATH")));
    progress.accept(
        "Installing moto %s into %s, once; this takes about a minute.".formatted(version, home));
    Programs.deleteTree(home);
    run(interpreter.toString(), "-m", "venv", home.toString());
    run(
        home.resolve("bin").resolve("python").toString(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "moto[server]==" + version);
  }

  private void run(String... command) throws EmulatorException, IOException {
    Path log = Files.createTempFile("plumbline-install", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE)) {
        throw new EmulatorException(
            remedy("installing it took longer than %d minutes".formatted(PATIENCE.toMinutes())));
      }
      if (process.exitValue() != 0) {
        throw new EmulatorException(remedy("installing it failed: " + Programs.lastLine(log)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmulatorException(remedy("installing it was interrupted"), e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      Files.deleteIfExists(log);
    }
  }

  private String remedy(String why) {
    return "No emulated AWS account: there is no moto_server %1$s, and %2$s. Get it with: pip install 'moto[server]==%1$s'"
        .formatted(version, why);
  }

  private static Path cacheFolder() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("plumbline");
  }
}
