package dev.plumbline.wiring.work;

import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Deliveries in memory, by a clock of the test's. */
public final class FakeDeliveries implements Deliveries {

  public final SortedMap<String, Instant> until = new TreeMap<>();
  public boolean down;
  private final Supplier<Instant> now;

  public FakeDeliveries(Supplier<Instant> now) {
    this.now = now;
  }

  @Override
  public synchronized boolean first(String key, Duration keep) throws StoreException {
    check();
    Instant kept = until.get(key);
    if (kept != null && kept.isAfter(now.get())) {
      return false;
    }
    until.put(key, now.get().plus(keep));
    return true;
  }

  @Override
  public synchronized void forget(String key) throws StoreException {
    check();
    until.remove(key);
  }

  private void check() throws StoreException {
    if (down) {
      throw new StoreException("the table does not answer", new IOException());
    }
  }
}
