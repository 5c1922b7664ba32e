package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Leases in files: {@code leases/NAME.json}. */
final class LocalLeases implements Leases {

  private static final Path PLACE = Path.of("leases");

  private final LocalStore store;
  private final InstantSource clock;

  LocalLeases(LocalStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  record Lease(String name, String holder, Instant until) {}

  @Override
  public boolean take(String name, String holder, Duration length) throws StoreException {
    return store.alone(
        () -> {
          Instant now = clock.instant();
          Optional<Lease> another =
              store
                  .read(place(name), Lease.class)
                  .filter(lease -> lease.until().isAfter(now) && !lease.holder().equals(holder));
          if (another.isPresent()) {
            return false;
          }
          store.write(place(name), new Lease(name, holder, now.plus(length)));
          return true;
        });
  }

  @Override
  public void release(String name, String holder) throws StoreException {
    store.alone(
        () -> {
          Optional<Lease> lease = store.read(place(name), Lease.class);
          if (lease.filter(held -> held.holder().equals(holder)).isPresent()) {
            store.delete(place(name));
          }
          return true;
        });
  }

  private static Path place(String name) {
    return PLACE.resolve(LocalStore.name(name));
  }
}
