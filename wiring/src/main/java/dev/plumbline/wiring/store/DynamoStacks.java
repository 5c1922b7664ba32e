package dev.plumbline.wiring.store;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Revisions;
import dev.plumbline.engine.store.StackMemory;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stacks in the table, an item each. The stack's item is written before its findings, and new
 * findings only while it still names the scan that saw them: who comes later with an older scan
 * writes nothing.
 */
final class DynamoStacks implements Stacks, Revisions {

  private final StoreTable table;
  private final ItemJson json = new ItemJson();
  private final DynamoFindings findings;

  DynamoStacks(StoreTable table) {
    this.table = table;
    this.findings = new DynamoFindings(table);
  }

  @Override
  public Optional<StackRecord> find(String stack) throws StoreException {
    return memory(stack).record();
  }

  @Override
  public List<StackRecord> list(Optional<String> after, int limit) throws StoreException {
    List<TableKey> page =
        table.query(Listing.behind(TableShape.STACKS, after.map(TableKey::bounded)), limit).stream()
            .map(TableKey::of)
            .toList();
    List<StackRecord> records = new ArrayList<>();
    for (Map<String, AttributeValue> item : table.readAll(page)) {
      json.read(item, StackMemory.class).record().ifPresent(records::add);
    }
    return records;
  }

  @Override
  public StackRecord scanned(StackReport report, Scan scan, boolean whole) throws StoreException {
    StackMemory memory =
        whole ? change(report.stack(), known -> known.after(report, scan)) : memory(report.stack());
    findings.scanned(report, scan, whole, () -> memory(report.stack()));
    return memory.record().orElseGet(() -> StackMemory.first(report, scan));
  }

  @Override
  public boolean revise(StackReport merged, Scan scan, String last) throws StoreException {
    return change(merged.stack(), known -> known.revised(merged, scan, last).orElse(known))
        .record()
        .filter(record -> record.reportUri().equals(scan.reportUri()))
        .isPresent();
  }

  @Override
  public List<Finding> findings(String stack) throws StoreException {
    return findings.of(stack);
  }

  @Override
  public void decided(String stack, Collection<String> fingerprints, Finding.Decision decision)
      throws StoreException {
    findings.decided(stack, fingerprints, decision);
  }

  @Override
  public void issue(String stack, Optional<StackRecord.Issue> issue) throws StoreException {
    change(stack, known -> known.withIssue(issue));
  }

  @Override
  public void message(String stack, Optional<StackRecord.Message> message) throws StoreException {
    change(stack, known -> known.withMessage(message));
  }

  private StackMemory memory(String stack) throws StoreException {
    Optional<Map<String, AttributeValue>> item = table.read(TableKey.stack(stack));
    return item.isEmpty() ? StackMemory.NOTHING : json.read(item.get(), StackMemory.class);
  }

  private StackMemory change(String stack, UnaryOperator<StackMemory> change)
      throws StoreException {
    TableKey key = TableKey.stack(stack);
    for (int round = 0; round < Patience.TRIES; round++) {
      Map<String, AttributeValue> item = table.read(key).orElse(Map.of());
      StackMemory known = item.isEmpty() ? StackMemory.NOTHING : json.read(item, StackMemory.class);
      long version = ItemText.number(item, Item.VERSION);
      StackMemory next = change.apply(known);
      if (next.equals(known)
          || table.put(item(key, stack, next, version + 1), Condition.version(version))) {
        return next;
      }
      Patience.pause(round);
    }
    throw TableFailure.contended(table.name(), key, Patience.TRIES);
  }

  private Map<String, AttributeValue> item(
      TableKey key, String stack, StackMemory memory, long version) throws StoreException {
    Item item =
        new Item(key)
            .number(Item.VERSION, version)
            .with(ItemJson.DOCUMENT, json.required(key, memory));
    memory.scanned().ifPresent(_ -> item.listed(TableShape.STACKS, TableKey.bounded(stack)));
    memory.read().ifPresent(mark -> item.text(DynamoFindings.READING, mark.text()));
    return item.attributes();
  }
}
