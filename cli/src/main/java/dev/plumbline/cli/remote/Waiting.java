package dev.plumbline.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.publish.escape.Plain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Looks again and again at something queued until it is what one waits for. */
public final class Waiting {

  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration MOST = Duration.ofSeconds(5);

  private final Service service;
  private final Duration patience;
  private final Pause pause;
  private final InstantSource clock;
  private final Consumer<String> progress;

  /**
   * @param patience how long to wait for one thing
   * @param progress told each time that it has moved
   */
  public Waiting(
      Service service,
      Duration patience,
      Pause pause,
      InstantSource clock,
      Consumer<String> progress) {
    this.service = service;
    this.patience = patience;
    this.pause = pause;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What is at that path once it fits.
   *
   * @param field where it says how far it is
   * @throws RemoteException where it does not within the patience
   */
  public JsonNode until(String path, String field, Predicate<String> fits) throws RemoteException {
    Instant end = clock.instant().plus(patience);
    String before = "";
    for (int turn = 0; ; turn++) {
      JsonNode now = service.get(path);
      String phase = now.path(field).asText("");
      if (!phase.equals(before)) {
        progress.accept(
            "%s is %s".formatted(path.replaceFirst("^/v1/", ""), Plain.line(phase, 50)));
        before = phase;
      }
      if (fits.test(phase)) {
        return now;
      }
      if (!clock.instant().isBefore(end)) {
        throw new RemoteException(
            "%s is still %s after %d seconds. It goes on; wait longer with --wait, or look again later."
                .formatted(path, Plain.line(phase, 50), patience.toSeconds()));
      }
      Exchange.rest(pause, Pause.growing(turn, FIRST, MOST));
    }
  }
}
