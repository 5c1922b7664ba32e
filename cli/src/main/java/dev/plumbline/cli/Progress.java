package dev.plumbline.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;

/**
 * Tells on standard error how far a scan is: a bar on a terminal, else a line every ten seconds.
 * Thread-safe.
 */
final class Progress implements IntConsumer, AutoCloseable {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
  private static final int CELLS = 30;

  private final PrintWriter err;
  private final Clock clock;
  private final boolean terminal;
  private int total;
  private int done;
  private Instant nextLine;

  Progress(PrintWriter err, Clock clock) {
    this.err = err;
    this.clock = clock;
    this.terminal = OutputOptions.terminal();
    this.nextLine = clock.instant().plus(BETWEEN_LINES);
  }

  /** A negative number adds to the total, a positive one to what is done. */
  @Override
  public synchronized void accept(int count) {
    if (count < 0) {
      total -= count;
    } else {
      done += count;
    }
    if (terminal) {
      bar();
    } else if (!clock.instant().isBefore(nextLine)) {
      err.printf("plumbline: %d of %d resources read%n", done, total);
      err.flush();
      nextLine = clock.instant().plus(BETWEEN_LINES);
    }
  }

  @Override
  public synchronized void close() {
    if (terminal) {
      err.print("\r\033[K");
      err.flush();
    }
  }

  private void bar() {
    int filled = total == 0 ? 0 : Math.min(CELLS, done * CELLS / total);
    err.printf(
        "\r[%s%s] %d/%d resources", "#".repeat(filled), ".".repeat(CELLS - filled), done, total);
    err.flush();
  }
}
