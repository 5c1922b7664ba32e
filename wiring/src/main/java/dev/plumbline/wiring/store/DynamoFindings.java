package dev.plumbline.wiring.store;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Sightings;
import dev.plumbline.engine.store.StackMemory;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.engine.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Findings in the table, an item each. Thread-safe. */
final class DynamoFindings {

  /** At the stack's item: the last scan that read the whole stack. */
  static final String READING = "reading";

  /** A transaction takes 100 writes, and 4 MB of them. */
  private static final int AT_ONCE = 60;

  /** How many other findings of an address are looked at before a new one is put beside them. */
  private static final int BESIDE = 20;

  private final StoreTable table;
  private final ItemJson json = new ItemJson();

  DynamoFindings(StoreTable table) {
    this.table = table;
  }

  /** A finding and the version of its item. */
  private record Kept(Finding finding, long version) {}

  /** Reads what is known of the stack. */
  @FunctionalInterface
  interface Memory {
    StackMemory now() throws StoreException;
  }

  List<Finding> of(String stack) throws StoreException {
    return kept(stack).values().stream()
        .map(Kept::finding)
        .sorted(FindingOrder.BY_ADDRESS)
        .toList();
  }

  /** Writes what a scan changes, as long as no later scan of the whole stack has come. */
  void scanned(StackReport report, Scan scan, boolean whole, Memory memory)
      throws StoreException {
    for (int round = 0; round < Patience.TRIES; round++) {
      StackMemory now = memory.now();
      if (now.overtaken(scan)) {
        return;
      }
      SequencedMap<TableKey, Kept> kept = kept(report.stack());
      List<Finding> known = kept.values().stream().map(Kept::finding).toList();
      Map<String, List<Finding>> changes = Sightings.of(known, report, scan, whole);
      if (write(report.stack(), changes.values(), kept, reading(now))) {
        return;
      }
      Patience.pause(round);
    }
    throw TableFailure.contended(
        table.name(), TableKey.stack(report.stack()), Patience.TRIES);
  }

  void decided(String stack, Collection<String> fingerprints, Finding.Decision decision)
      throws StoreException {
    Set<String> meant = new HashSet<>(fingerprints);
    for (int round = 0; round < Patience.TRIES; round++) {
      boolean done = true;
      for (Kept each : kept(stack).values()) {
        Finding finding = each.finding();
        if (finding.open()
            && meant.contains(finding.fingerprint())
            && !finding.decision().equals(Optional.of(decision))) {
          done &=
              table.put(
                  item(finding.decided(decision), each.version() + 1),
                  Condition.version(each.version()));
        }
      }
      if (done) {
        return;
      }
      Patience.pause(round);
    }
    throw TableFailure.contended(table.name(), TableKey.stack(stack), Patience.TRIES);
  }

  /** The changes of one address are written together or not at all. */
  private boolean write(
      String stack,
      Collection<List<Finding>> changes,
      SequencedMap<TableKey, Kept> kept,
      Condition reading)
      throws StoreException {
    Map<String, List<Kept>> byAddress = new HashMap<>();
    kept.values()
        .forEach(
            each ->
                byAddress
                    .computeIfAbsent(each.finding().address(), _ -> new ArrayList<>())
                    .add(each));
    TableTransaction next = begun(stack, reading);
    for (List<Finding> changed : changes) {
      add(next, changed, kept, byAddress.getOrDefault(changed.getFirst().address(), List.of()));
      if (next.size() >= AT_ONCE) {
        if (!next.write()) {
          return false;
        }
        next = begun(stack, reading);
      }
    }
    return next.size() == 1 || next.write();
  }

  private TableTransaction begun(String stack, Condition reading) {
    return table.transaction().check(TableKey.stack(stack), reading);
  }

  private void add(
      TableTransaction transaction,
      List<Finding> changed,
      Map<TableKey, Kept> kept,
      List<Kept> sameAddress)
      throws StoreException {
    Set<TableKey> written = new HashSet<>();
    boolean isNew = false;
    for (Finding finding : changed) {
      TableKey key = TableKey.finding(finding);
      long version = kept.containsKey(key) ? kept.get(key).version() : 0;
      transaction.put(item(finding, version + 1), Condition.version(version));
      written.add(key);
      isNew |= version == 0;
    }
    if (isNew) {
      sameAddress.stream()
          .filter(each -> !written.contains(TableKey.finding(each.finding())))
          .sorted(Comparator.comparing((Kept each) -> each.finding().read()).reversed())
          .limit(BESIDE)
          .forEach(
              each ->
                  transaction.check(
                      TableKey.finding(each.finding()), Condition.version(each.version())));
    }
  }

  private static Condition reading(StackMemory memory) {
    return memory
        .read()
        .map(
            mark ->
                new Condition(
                    "#reading = :reading",
                    Map.of(":reading", AttributeValue.fromS(mark.text()))))
        .orElseGet(() -> new Condition("attribute_not_exists(#reading)", Map.of()));
  }

  private SequencedMap<TableKey, Kept> kept(String stack) throws StoreException {
    SequencedMap<TableKey, Kept> kept = new LinkedHashMap<>();
    for (Map<String, AttributeValue> item :
        table.query(
            Listing.startingWith(TableKey.partition(stack), TableKey.FINDINGS, true),
            Integer.MAX_VALUE)) {
      kept.put(
          TableKey.of(item),
          new Kept(json.read(item, Finding.class), ItemText.number(item, Item.VERSION)));
    }
    return kept;
  }

  private Map<String, AttributeValue> item(Finding finding, long version) throws StoreException {
    TableKey key = TableKey.finding(finding);
    return new Item(key)
        .number(Item.VERSION, version)
        .with(ItemJson.DOCUMENT, json.required(key, finding))
        .attributes();
  }
}
