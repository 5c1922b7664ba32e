package dev.plumbline.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
      int port = freePort();
      Process process = MotoCommand.of(program, folder, port).start();
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
