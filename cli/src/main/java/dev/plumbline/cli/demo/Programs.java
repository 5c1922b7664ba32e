package dev.plumbline.cli.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What starting another program needs from the machine. */
final class Programs {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Programs() {}

  /** The first executable of this name on the PATH. */
  static Optional<Path> onPath(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Whether the address answers within this time, as long as what should answer lives. */
  static boolean answers(URI address, Duration patience, BooleanSupplier alive) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline && alive.getAsBoolean()) {
      try {
        HttpURLConnection connection =
            (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(1_000);
        connection.setReadTimeout(10_000);
        connection.getResponseCode();
        connection.disconnect();
        return true;
      } catch (IOException notYet) {
        if (!pause()) {
          return false;
        }
      }
    }
    return false;
  }

  /** The last line with text that a program wrote, or that it wrote none. */
  static String lastLine(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
    } catch (IOException e) {
      return "it said nothing";
    }
  }

  /** Deletes a folder with all in it; what cannot be deleted stays. */
  static void deleteTree(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException alreadyGone) {
      // A temporary folder that stays does no harm.
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
