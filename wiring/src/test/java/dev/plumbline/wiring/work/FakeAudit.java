package dev.plumbline.wiring.work;

import dev.plumbline.engine.store.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An audit trail in memory. */
final class FakeAudit implements AuditTrail {

  final List<Entry> entries = new ArrayList<>();

  @Override
  public void add(Entry entry) {
    entries.add(entry);
  }

  @Override
  public List<Entry> of(String stack, Optional<Entry> after, int limit) {
    return List.copyOf(entries);
  }
}
