package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Deliveries in files, deleted some time after they may be forgotten: {@code deliveries/KEY.json}.
 */
final class LocalDeliveries implements Deliveries {

  private static final Path PLACE = Path.of("deliveries");

  private final LocalStore store;
  private final InstantSource clock;
  private final AtomicBoolean swept = new AtomicBoolean();

  LocalDeliveries(LocalStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  record Taken(String key, Instant until) {}

  @Override
  public boolean first(String key, Duration keep) throws StoreException {
    return store.alone(
        () -> {
          Instant now = clock.instant();
          if (!swept.getAndSet(true)) {
            sweep(now);
          }
          Optional<Taken> taken = store.read(place(key), Taken.class);
          if (taken.filter(each -> each.until().isAfter(now)).isPresent()) {
            return false;
          }
          store.write(place(key), new Taken(key, now.plus(keep)));
          return true;
        });
  }

  @Override
  public void forget(String key) throws StoreException {
    store.alone(
        () -> {
          store.delete(place(key));
          return true;
        });
  }

  /** Once for each process is enough: what has ended counts for nothing either way. */
  private void sweep(Instant now) throws StoreException {
    for (Taken taken : store.all(PLACE, Taken.class)) {
      if (!taken.until().isAfter(now)) {
        store.delete(place(taken.key()));
      }
    }
  }

  private static Path place(String key) {
    return PLACE.resolve(LocalStore.name(key));
  }
}
