package dev.plumbline.functions;

import dev.plumbline.engine.store.Deliveries;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Deliveries in memory that are kept for ever. */
final class FakeDeliveries implements Deliveries {

  private final Set<String> keys = new HashSet<>();

  @Override
  public boolean first(String key, Duration keep) {
    return keys.add(key);
  }

  @Override
  public void forget(String key) {
    keys.remove(key);
  }
}
