package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audit trail in files, one for each entry: {@code audit/STACK/TIME-HASH.json}. */
final class LocalAuditTrail implements AuditTrail {

  private static final Path PLACE = Path.of("audit");

  private final LocalStore store;

  LocalAuditTrail(LocalStore store) {
    this.store = store;
  }

  @Override
  public void add(Entry entry) throws StoreException {
    store.alone(
        () -> {
          store.write(place(entry.stack()).resolve(AuditOrder.key(entry)), entry);
          return true;
        });
  }

  @Override
  public List<Entry> of(String stack, Optional<Entry> after, int limit) throws StoreException {
    List<String> names =
        store.names(place(stack)).reversed().stream()
            .filter(name -> after.isEmpty() || name.compareTo(AuditOrder.key(after.get())) < 0)
            .limit(limit)
            .toList();
    List<Entry> page = new ArrayList<>();
    for (String name : names) {
      store.read(place(stack).resolve(name), Entry.class).ifPresent(page::add);
    }
    return page;
  }

  private static Path place(String stack) {
    return PLACE.resolve(LocalStore.name(stack));
  }
}
