package dev.plumbline.tests;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.cli.demo.EmulatorException;
import dev.plumbline.cli.demo.EmulatorKind;
import dev.plumbline.cli.demo.MotoServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An emulated account in which more runs than in moto's own: started by a script of ours that mends
 * moto in places.
 */
public final class MendedEmulator implements Emulator {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final URI endpoint;
  private final Path log;

  private MendedEmulator(Process process, URI endpoint, Path log) {
    this.process = process;
    this.endpoint = endpoint;
    this.log = log;
  }

  /**
   * Starts one with the clock, ids and other ways of the demo's.
   *
   * @param script a resource, such as {@code /dev/plumbline/tests/lambda/machines.py}
   * @param settings further variables of its environment
   * @param folder for its log and its Python files
   */
  public static MendedEmulator start(String script, Map<String, String> settings, Path folder)
      throws Exception {
    copy("/demo/emulator/sitecustomize.py", folder.resolve("sitecustomize.py"));
    Map<String, String> all = new HashMap<>(settings);
    all.put("PLUMBLINE_MOTO_VERSION", MotoServer.VERSION);
    return withClock(script, all, folder);
  }

  /** Starts one whose clock goes, as credentials of roles need. */
  public static MendedEmulator withClock(String script, Map<String, String> settings, Path folder)
      throws Exception {
    Path copied = copy(script, folder.resolve("mended.py"));
    int port = freePort();
    Path log = folder.resolve("emulator.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                python(), copied.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.matches("(AWS|MOTO|PYTHON)_?.*|.*_PROXY|.*_proxy"));
    environment.putAll(
        Map.of(
            "PYTHONPATH", folder.toString(),
            "PYTHONHASHSEED", "0",
            "PYTHONDONTWRITEBYTECODE", "1",
            "TZ", "UTC",
            "MOTO_IAM_LOAD_MANAGED_POLICIES", "true"));
    environment.putAll(settings);
    MendedEmulator emulator =
        new MendedEmulator(builder.start(), URI.create("http://127.0.0.1:" + port), log);
    emulator.await();
    return emulator;
  }

  /** The Python that has moto: the one that the demo's emulator runs on. */
  private static String python() throws EmulatorException {
    try (Emulator demo = EmulatorKind.MOTO.start(_ -> {})) {
      String port = Integer.toString(demo.endpoint().getPort());
      return ProcessHandle.current()
          .descendants()
          .map(ProcessHandle::info)
          .filter(info -> String.join(" ", info.arguments().orElse(new String[0])).contains(port))
          .flatMap(info -> info.command().stream())
          .filter(command -> command.contains("python"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Path copy(String resource, Path to) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MendedEmulator.class.getResourceAsStream(resource), resource)) {
      Files.copy(in, to);
    }
    return to;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        HttpURLConnection connection =
            (HttpURLConnection) endpoint.resolve("/moto-api/").toURL().openConnection();
        connection.getResponseCode();
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("the emulator does not answer: " + Files.readString(log));
  }

  /** How many requests it answered so far, and how much it said. */
  public long requests() throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("HTTP/1.1\" ")).count();
    }
  }

  /** All that it said. */
  public String log() throws IOException {
    return Files.readString(log);
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
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(5))) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
