package dev.plumbline.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One {@code moto_server} process of our own on a free loopback port. Its clock stands still and
 * its ids are drawn as recorded, by the Python file that it is started with. It ends with this
 * program, however that ends: the process watches its standard input.
 */
public final class MotoServer implements Emulator {

  /** The version that the recordings were made on. */
  public static final String VERSION = "5.2.1";

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int WRONG_VERSION = 64;
  private static final String INSIDE = "sitecustomize.py";

  private final Process process;
  private final Path folder;
  private final URI endpoint;
  private final Thread hook;

  private MotoServer(Process process, Path folder, URI endpoint) {
    this.process = process;
    this.folder = folder;
    this.endpoint = endpoint;
    this.hook = new Thread(this::end, "stop-emulator");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts the {@code moto_server} on the PATH, or, where there is none of this version, one in a
   * private virtual environment that is made for it.
   *
   * @param progress told what takes time, one line each
   */
  public static MotoServer start(Consumer<String> progress) throws EmulatorException {
    Optional<Path> found = Programs.onPath("moto_server");
    if (found.isPresent()) {
      try {
        return start(found.get());
      } catch (EmulatorException e) {
        progress.accept("The moto_server on the PATH is of no use here: " + e.getMessage());
      }
    }
    return start(new PrivateMoto(VERSION, progress).program());
  }

  /** Starts this very program; it answers when this returns. */
  static MotoServer start(Path program) throws EmulatorException {
    try {
      Path folder = Files.createTempDirectory("plumbline-emulator");
      copyInside(folder);
      int port = freePort();
      Process process = process(program, folder, port).start();
      MotoServer server = new MotoServer(process, folder, URI.create("http://127.0.0.1:" + port));
      server.awaitAnswer();
      return server;
    } catch (IOException e) {
      throw new EmulatorException("%s does not start: %s".formatted(program, e.getMessage()), e);
    }
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public boolean repeatsIds() {
    return true;
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is what called, or runs anyway.
    }
  }

  private static ProcessBuilder process(Path program, Path folder, int port) {
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(MotoServer::isSomebodyElses);
    environment.put("PYTHONPATH", folder.toString());
    environment.put("PYTHONHASHSEED", "0");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("TZ", "UTC");
    environment.put("PLUMBLINE_MOTO_VERSION", VERSION);
    environment.put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
    return builder;
  }

  /** Nobody's account, proxy or Python settings reach the emulator. */
  private static boolean isSomebodyElses(String variable) {
    String name = variable.toUpperCase(Locale.ROOT);
    return name.startsWith("AWS_")
        || name.startsWith("MOTO_")
        || name.startsWith("PYTHON")
        || name.endsWith("_PROXY");
  }

  private static void copyInside(Path folder) throws IOException {
    try (InputStream in = MotoServer.class.getResourceAsStream("/demo/emulator/" + INSIDE)) {
      Files.copy(
          Objects.requireNonNull(in, INSIDE),
          folder.resolve(INSIDE),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws EmulatorException {
    if (Programs.answers(endpoint.resolve("/moto-api/"), PATIENCE, process::isAlive)) {
      return;
    }
    String why = process.isAlive() ? "it does not answer" : reasonOfEnd();
    close();
    throw new EmulatorException(why);
  }

  private String reasonOfEnd() {
    String said = Programs.lastLine(folder.resolve("log"));
    return process.exitValue() == WRONG_VERSION
        ? said
        : "it ended with status %d: %s".formatted(process.exitValue(), said);
  }

  private void end() {
    List<ProcessHandle> tree = process.descendants().toList();
    process.destroy();
    tree.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(Duration.ofSeconds(5))) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Programs.deleteTree(folder);
  }
}
