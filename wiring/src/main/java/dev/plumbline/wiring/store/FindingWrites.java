package dev.plumbline.wiring.store;

import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StoreException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes what a scan changes of a stack's findings, a transaction for some addresses each: the
 * changes of one address happen together, and none after another scan of the whole stack has come.
 * For one thread.
 */
final class FindingWrites {

  /** A transaction takes 100 writes, and 4 MB of them. */
  private static final int AT_ONCE = 60;

  /** How many other findings of an address are looked at before a new one is put beside them. */
  private static final int BESIDE = 20;

  private final StoreTable table;
  private final ItemJson json;
  private final TableKey stack;
  private final Condition reading;
  private final Map<TableKey, KeptFinding> byKey;
  private final Map<String, List<KeptFinding>> byAddress;
  private TableTransaction next;

  /**
   * @param reading what must hold of the stack's item: that no other scan has come
   * @param kept all findings of the stack
   */
  FindingWrites(
      StoreTable table,
      ItemJson json,
      TableKey stack,
      Condition reading,
      Collection<KeptFinding> kept) {
    this.table = table;
    this.json = json;
    this.stack = stack;
    this.reading = reading;
    this.byKey = kept.stream().collect(Collectors.toMap(KeptFinding::key, Function.identity()));
    this.byAddress = kept.stream().collect(Collectors.groupingBy(each -> each.finding().address()));
    this.next = begun();
  }

  /**
   * Writes them.
   *
   * @param changes those of one address at a time
   * @return false where somebody else wrote meanwhile, so that not all of it was written
   */
  boolean write(Collection<List<Finding>> changes) throws StoreException {
    for (List<Finding> changed : changes) {
      add(changed);
      if (next.size() >= AT_ONCE) {
        if (!next.write()) {
          return false;
        }
        next = begun();
      }
    }
    return next.size() == 1 || next.write();
  }

  private TableTransaction begun() {
    return table.transaction().check(stack, reading);
  }

  private void add(List<Finding> changed) throws StoreException {
    Set<TableKey> written = new HashSet<>();
    boolean isNew = false;
    for (Finding finding : changed) {
      KeptFinding kept =
          Optional.ofNullable(byKey.get(TableKey.finding(finding)))
              .orElseGet(() -> new KeptFinding(finding, 0));
      next.put(kept.next(finding, json), kept.unchanged());
      written.add(kept.key());
      isNew |= kept.version() == 0;
    }
    if (isNew) {
      checkBeside(changed.getFirst().address(), written);
    }
  }

  /** A scan of this address alone may have written since: its findings tell. */
  private void checkBeside(String address, Set<TableKey> written) {
    byAddress.getOrDefault(address, List.of()).stream()
        .filter(each -> !written.contains(each.key()))
        .sorted(Comparator.comparing((KeptFinding each) -> each.finding().read()).reversed())
        .limit(BESIDE)
        .forEach(each -> next.check(each.key(), each.unchanged()));
  }
}
