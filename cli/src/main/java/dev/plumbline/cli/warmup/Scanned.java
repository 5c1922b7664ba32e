package dev.plumbline.cli.warmup;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What scans from one place met, kept in a file of words: the launcher's cache then holds what a
 * scan here needs and nothing else, since all that it holds costs each start memory.
 *
 * @param types of resources, as the states call them
 * @param calls as {@code service:Operation}
 */
public record Scanned(SortedSet<String> types, SortedSet<String> calls) {

  /** The system property by which the launcher says where the file is. */
  static final String FILE = "plumbline.scanned";

  /** The system property by which the launcher says where it is itself. */
  static final String LAUNCHER = "plumbline.launcher";

  /** What makes the launcher see to its cache, and do nothing else. */
  static final String PREPARE = "--prepare";

  static final Scanned NOTHING = of(List.of());

  private static final Logger LOG = LoggerFactory.getLogger(Scanned.class);

  static Optional<Path> file() {
    return Optional.ofNullable(System.getProperty(FILE)).map(Path::of);
  }

  static Scanned read(Path file) throws IOException {
    return of(Files.exists(file) ? Files.readAllLines(file) : List.of());
  }

  private static Scanned of(Collection<String> words) {
    Scanned scanned = new Scanned(new TreeSet<>(), new TreeSet<>());
    words.forEach(word -> (word.contains(":") ? scanned.calls : scanned.types).add(word));
    return scanned;
  }

  /** Keeps what this scan met, where the launcher keeps a cache; a failure only costs speed. */
  public static void note(Report report) {
    Optional<Path> file = file();
    try {
      if (file.isPresent() && note(report, file.get())) {
        prepare();
      }
    } catch (IOException e) {
      LOG.debug("what was scanned could not be kept in {}", file, e);
    }
  }

  /** Whether there was anything new. */
  static boolean note(Report report, Path file) throws IOException {
    NavigableSet<String> words = new TreeSet<>(report.apiCalls().keySet());
    report.stacks().stream()
        .flatMap(stack -> stack.resources().stream())
        .map(ResourceReport::type)
        .forEach(words::add);
    List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (before.containsAll(words)) {
      return false;
    }
    words.addAll(before);
    Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "scanned", ".new");
    Files.write(written, words);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static void prepare() throws IOException {
    String launcher = System.getProperty(LAUNCHER);
    if (launcher != null) {
      new ProcessBuilder(launcher, PREPARE)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    }
  }
}
