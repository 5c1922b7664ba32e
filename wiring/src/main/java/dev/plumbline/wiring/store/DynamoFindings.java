package dev.plumbline.wiring.store;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Sightings;
import dev.plumbline.engine.store.StackMemory;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.engine.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Findings in the table, an item each. Thread-safe. */
final class DynamoFindings {

  /** At the stack's item: the last scan that read the whole stack. */
  static final String READING = "reading";

  private final StoreTable table;
  private final ItemJson json = new ItemJson();

  DynamoFindings(StoreTable table) {
    this.table = table;
  }

  /** Reads what is known of the stack. */
  @FunctionalInterface
  interface Memory {
    StackMemory now() throws StoreException;
  }

  List<Finding> of(String stack) throws StoreException {
    return kept(stack).stream().map(KeptFinding::finding).sorted(FindingOrder.BY_ADDRESS).toList();
  }

  /** Writes what a scan changes, as long as no later scan of the whole stack has come. */
  void scanned(StackReport report, Scan scan, boolean whole, Memory memory) throws StoreException {
    TableKey stack = TableKey.stack(report.stack());
    for (int round = 0; round < Patience.TRIES; round++) {
      StackMemory now = memory.now();
      if (now.overtaken(scan)) {
        return;
      }
      List<KeptFinding> kept = kept(report.stack());
      List<Finding> known = kept.stream().map(KeptFinding::finding).toList();
      Map<String, List<Finding>> changes = Sightings.of(known, report, scan, whole);
      if (new FindingWrites(table, json, stack, reading(now), kept).write(changes.values())) {
        return;
      }
      Patience.pause(round);
    }
    throw TableFailure.contended(table.name(), stack, Patience.TRIES);
  }

  void decided(String stack, Collection<String> fingerprints, Finding.Decision decision)
      throws StoreException {
    Set<String> meant = new HashSet<>(fingerprints);
    for (int round = 0; round < Patience.TRIES; round++) {
      boolean done = true;
      for (KeptFinding each : kept(stack)) {
        if (meant.contains(each.finding().fingerprint()) && undecided(each.finding(), decision)) {
          done &= table.put(each.next(each.finding().decided(decision), json), each.unchanged());
        }
      }
      if (done) {
        return;
      }
      Patience.pause(round);
    }
    throw TableFailure.contended(table.name(), TableKey.stack(stack), Patience.TRIES);
  }

  private static boolean undecided(Finding finding, Finding.Decision decision) {
    return finding.open() && !finding.decision().equals(Optional.of(decision));
  }

  private static Condition reading(StackMemory memory) {
    return memory
        .read()
        .map(
            mark ->
                new Condition(
                    "#reading = :reading", Map.of(":reading", AttributeValue.fromS(mark.text()))))
        .orElseGet(() -> new Condition("attribute_not_exists(#reading)", Map.of()));
  }

  private List<KeptFinding> kept(String stack) throws StoreException {
    List<KeptFinding> kept = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        table.query(
            Listing.startingWith(TableKey.partition(stack), TableKey.FINDINGS, true),
            Integer.MAX_VALUE)) {
      kept.add(KeptFinding.of(item, json));
    }
    return kept;
  }
}
