package dev.plumbline.wiring.publish;

import dev.plumbline.engine.store.Deliveries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** What this container said, where no store remembers it for all. Thread-safe. */
final class SaidHere implements Deliveries {

  private final InstantSource clock;
  private final Map<String, Instant> until = new HashMap<>();

  SaidHere(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized boolean first(String key, Duration keep) {
    Instant now = clock.instant();
    Instant kept = until.get(key);
    if (kept != null && now.isBefore(kept)) {
      return false;
    }
    until.put(key, now.plus(keep));
    return true;
  }

  @Override
  public synchronized void forget(String key) {
    until.remove(key);
  }
}
