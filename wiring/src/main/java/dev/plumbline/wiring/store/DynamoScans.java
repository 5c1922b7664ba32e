package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Scans;
import dev.plumbline.engine.store.StoreException;
import java.time.Instant;
import java.util.Optional;

/** Scans in the table, an item each. */
final class DynamoScans implements Scans {

  private final Journeys<Entry> entries;

  DynamoScans(StoreTable table) {
    this.entries = new Journeys<>(table, Entry.class, Entry::requestedAt);
  }

  @Override
  public void add(Entry entry) throws StoreException {
    entries.add(TableKey.scan(entry.id()), entry);
  }

  @Override
  public Optional<Entry> find(String id) throws StoreException {
    return entries.find(TableKey.scan(id));
  }

  @Override
  public boolean began(String id, Instant at) throws StoreException {
    return move(id, Phase.RUNNING, at, "", "");
  }

  @Override
  public void done(String id, String reportUri, Instant at) throws StoreException {
    move(id, Phase.DONE, at, reportUri, "");
  }

  @Override
  public void failed(String id, String why, Instant at) throws StoreException {
    move(id, Phase.FAILED, at, "", why);
  }

  private boolean move(String id, Phase next, Instant at, String report, String why)
      throws StoreException {
    return entries.move(
        TableKey.scan(id),
        now -> now.phase().ended() ? Optional.empty() : Optional.of(now.to(next, at, report, why)));
  }
}
