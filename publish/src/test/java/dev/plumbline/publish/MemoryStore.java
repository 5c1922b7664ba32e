package dev.plumbline.publish;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store in memory, as far as publishing needs one. Thread-safe. */
public final class MemoryStore implements Stacks, Leases, Deliveries {

  private final Map<String, StackRecord> records = new TreeMap<>();
  private final Map<String, List<Finding>> findings = new HashMap<>();
  private final Map<String, String> leases = new HashMap<>();
  private final Map<String, Instant> deliveries = new HashMap<>();
  private boolean broken;

  /** From now on nothing can be read or written. */
  public synchronized void fail() {
    broken = true;
  }

  private void check() throws StoreException {
    if (broken) {
      throw new StoreException("the table does not answer", new IOException("no route"));
    }
  }

  @Override
  public synchronized Optional<StackRecord> find(String stack) throws StoreException {
    check();
    return Optional.ofNullable(records.get(stack));
  }

  @Override
  public synchronized List<StackRecord> list(Optional<String> after, int limit)
      throws StoreException {
    check();
    return records.values().stream()
        .filter(each -> after.isEmpty() || each.stack().compareTo(after.get()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized StackRecord scanned(StackReport report, Scan scan, boolean whole)
      throws StoreException {
    check();
    StackRecord before = records.get(report.stack());
    if (before != null && before.scannedAt().isAfter(scan.startedAt())) {
      return before;
    }
    StackRecord now =
        new StackRecord(
            report.stack(),
            report.environment(),
            report.status(),
            report.fingerprint(),
            report.summary(),
            scan.id(),
            scan.startedAt(),
            scan.reportUri(),
            0,
            "",
            before == null ? Optional.empty() : before.issue(),
            Optional.empty());
    records.put(report.stack(), now);
    List<Finding> known = findings.computeIfAbsent(report.stack(), _ -> new ArrayList<>());
    report.resources().stream()
        .filter(ResourceReport::drift)
        .filter(each -> known.stream().noneMatch(it -> it.address().equals(each.address())))
        .forEach(each -> known.add(finding(report.stack(), each, scan.startedAt())));
    return now;
  }

  private static Finding finding(String stack, ResourceReport drift, Instant at) {
    return new Finding(
        stack,
        drift.address(),
        drift.type(),
        drift.severity().orElse(Severity.LOW),
        drift.fingerprint(),
        at,
        at,
        1,
        Optional.empty(),
        drift.cause(),
        Optional.empty(),
        at,
        List.of());
  }

  @Override
  public synchronized List<Finding> findings(String stack) throws StoreException {
    check();
    return List.copyOf(findings.getOrDefault(stack, List.of()));
  }

  @Override
  public void decided(String stack, Collection<String> prints, Finding.Decision decision) {}

  @Override
  public synchronized void issue(String stack, Optional<StackRecord.Issue> issue)
      throws StoreException {
    check();
    StackRecord before = records.get(stack);
    if (before != null) {
      records.put(stack, with(before, issue));
    }
  }

  private static StackRecord with(StackRecord before, Optional<StackRecord.Issue> issue) {
    return new StackRecord(
        before.stack(),
        before.environment(),
        before.status(),
        before.fingerprint(),
        before.summary(),
        before.scanId(),
        before.scannedAt(),
        before.reportUri(),
        before.serial(),
        before.lineage(),
        issue,
        before.message());
  }

  @Override
  public void message(String stack, Optional<StackRecord.Message> message) {}

  @Override
  public synchronized boolean take(String name, String holder, Duration length)
      throws StoreException {
    check();
    return leases.putIfAbsent(name, holder) == null || holder.equals(leases.get(name));
  }

  @Override
  public synchronized void release(String name, String holder) throws StoreException {
    check();
    leases.remove(name, holder);
  }

  @Override
  public synchronized boolean first(String key, Duration keep) throws StoreException {
    check();
    Instant now = InstantSource.system().instant();
    Instant until = deliveries.get(key);
    if (until != null && now.isBefore(until)) {
      return false;
    }
    deliveries.put(key, now.plus(keep));
    return true;
  }

  @Override
  public synchronized void forget(String key) {
    deliveries.remove(key);
  }
}
