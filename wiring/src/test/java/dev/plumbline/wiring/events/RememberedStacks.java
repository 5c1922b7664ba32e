package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Readings;
import dev.plumbline.engine.store.Revisions;
import dev.plumbline.engine.store.StackMemory;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.MemoryStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a table remembers of stacks and readings, in memory. */
final class RememberedStacks implements Stacks, Revisions, Readings {

  private final MemoryStore findings = new MemoryStore();
  private final Map<String, StackMemory> memories = new HashMap<>();
  private final Map<String, Map<String, Reading>> readings = new HashMap<>();
  private boolean crashing;

  /** The next reading is not kept: the function has ended before. */
  void crash() {
    crashing = true;
  }

  MemoryStore shared() {
    return findings;
  }

  private StackMemory memory(String stack) {
    return memories.getOrDefault(stack, StackMemory.NOTHING);
  }

  @Override
  public Optional<StackRecord> find(String stack) {
    return memory(stack).record();
  }

  @Override
  public StackRecord scanned(StackReport report, Scan scan, boolean whole) throws StoreException {
    if (whole) {
      memories.put(report.stack(), memory(report.stack()).after(report, scan));
    }
    return findings.scanned(report, scan, whole);
  }

  @Override
  public boolean revise(StackReport merged, Scan scan, String last) {
    Optional<StackMemory> revised = memory(merged.stack()).revised(merged, scan, last);
    revised.ifPresent(it -> memories.put(merged.stack(), it));
    return revised.isPresent();
  }

  @Override
  public List<StackRecord> list(Optional<String> after, int limit) {
    return List.of();
  }

  @Override
  public List<Finding> findings(String stack) throws StoreException {
    return findings.findings(stack);
  }

  @Override
  public void decided(String stack, Collection<String> prints, Finding.Decision decision) {}

  @Override
  public void issue(String stack, Optional<StackRecord.Issue> issue) {}

  @Override
  public void message(String stack, Optional<StackRecord.Message> message) {}

  @Override
  public Map<String, Reading> of(String stack, Collection<String> addresses) {
    Map<String, Reading> found = new HashMap<>(readings.getOrDefault(stack, Map.of()));
    found.keySet().retainAll(addresses);
    return found;
  }

  @Override
  public void keep(String stack, Map<String, Reading> now) throws StoreException {
    if (crashing) {
      crashing = false;
      throw new StoreException("the function has ended");
    }
    Map<String, Reading> its = readings.computeIfAbsent(stack, _ -> new HashMap<>());
    now.forEach((address, reading) -> its.merge(address, reading, Reading::and));
  }
}
