package dev.plumbline.cli;

import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.AuditTrail.Entry;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a store gives in pages, read to the end. */
final class StorePages {

  private static final int PAGE = 200;

  private StorePages() {}

  /** The names of all stacks. */
  static List<String> stacks(Stacks stacks) throws StoreException {
    List<String> names = new ArrayList<>();
    List<StackRecord> page = stacks.list(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(each -> names.add(each.stack()));
      page = stacks.list(Optional.of(page.getLast().stack()), PAGE);
    }
    return names;
  }

  /** A stack's entries from then on, the newest first. */
  static List<Entry> audit(AuditTrail audit, String stack, Optional<Instant> from)
      throws StoreException {
    List<Entry> entries = new ArrayList<>();
    List<Entry> page = audit.of(stack, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      for (Entry each : page) {
        if (from.isPresent() && each.at().isBefore(from.get())) {
          return entries;
        }
        entries.add(each);
      }
      page = audit.of(stack, Optional.of(page.getLast()), PAGE);
    }
    return entries;
  }
}
