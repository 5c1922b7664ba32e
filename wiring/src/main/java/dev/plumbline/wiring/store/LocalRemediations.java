package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.StoreException;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Remediations in files: {@code remediations/ID.json}. */
final class LocalRemediations implements RemediationStore {

  private static final Path PLACE = Path.of("remediations");
  private static final Comparator<Remediation> OLDEST_FIRST =
      Comparator.comparing(Remediation::requestedAt).thenComparing(Remediation::id);

  private final LocalStore store;

  LocalRemediations(LocalStore store) {
    this.store = store;
  }

  @Override
  public Optional<Remediation> find(String id) throws StoreException {
    return store.read(place(id), Remediation.class);
  }

  @Override
  public Optional<Remediation> open(String stack) throws StoreException {
    return of(stack, Integer.MAX_VALUE).stream().filter(each -> !each.phase().ended()).findFirst();
  }

  @Override
  public List<Remediation> of(String stack, int limit) throws StoreException {
    return store.all(PLACE, Remediation.class).stream()
        .filter(each -> each.stack().equals(stack))
        .sorted(OLDEST_FIRST.reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Remediation> unfinished(int limit) throws StoreException {
    return store.all(PLACE, Remediation.class).stream()
        .filter(each -> !each.phase().ended())
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public boolean create(Remediation remediation) throws StoreException {
    return store.alone(
        () -> {
          if (find(remediation.id()).isPresent() || open(remediation.stack()).isPresent()) {
            return false;
          }
          store.write(place(remediation.id()), remediation);
          return true;
        });
  }

  @Override
  public boolean replace(Remediation before, Remediation after) throws StoreException {
    Successor.check(before, after);
    return store.alone(
        () -> {
          Optional<Remediation> kept = find(before.id());
          if (kept.filter(each -> each.version() == before.version()).isEmpty()) {
            return false;
          }
          store.write(place(after.id()), after);
          return true;
        });
  }

  private static Path place(String id) {
    return PLACE.resolve(LocalStore.name(id));
  }
}
