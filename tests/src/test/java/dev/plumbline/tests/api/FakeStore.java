package dev.plumbline.tests.api;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Receipts;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.functions.api.Ports;
import dev.plumbline.functions.api.Reports;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.wiring.work.Work;
import dev.plumbline.wiring.work.WorkQueue;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Everything behind the API, in memory. Not for several threads but for scans and receipts. */
final class FakeStore {

  static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  static final String PERSONS_ROLE = "AWSReservedSSO_Platform_0123456789abcdef";

  final SortedMap<String, StackRecord> stacks = new TreeMap<>();
  final Map<String, List<Finding>> findings = new HashMap<>();
  final List<AuditTrail.Entry> audit = new ArrayList<>();
  final Map<String, Remediation> remediations = new LinkedHashMap<>();
  final Map<String, Scans.Entry> scans = new ConcurrentHashMap<>();
  final Map<String, Receipts.Receipt> receipts = new ConcurrentHashMap<>();
  final Map<String, Reports.Kept> reports = new HashMap<>();
  final List<Work> queued = new ArrayList<>();
  final List<String> queuedOnce = new ArrayList<>();

  /** Does what is queued, at once. */
  Consumer<Work> worker = _ -> {};

  /** Whether nothing can be reached. */
  boolean down;

  /** Whether the queue alone cannot be reached. */
  boolean queueDown;

  Ports ports() {
    return new Ports(
        new FakeStacks(),
        new FakeAudit(),
        new FakeRemediations(),
        new FakeScans(),
        new FakeReceipts(),
        queue(),
        (uri, _) -> Optional.ofNullable(reports.get(uri)),
        (role, id) -> role.equals(PERSONS_ROLE) && id.equals("AROAPERSONS"),
        InstantSource.fixed(NOW));
  }

  private WorkQueue queue() {
    return (work, once) -> {
      if (queueDown) {
        throw new IOException("the queue is away");
      }
      queued.add(work);
      queuedOnce.add(once);
      worker.accept(work);
    };
  }

  private void up() throws StoreException {
    if (down) {
      throw new StoreException("the store is away", new IOException("no route to canary-secret"));
    }
  }

  private final class FakeStacks implements Stacks {
    @Override
    public Optional<StackRecord> find(String stack) throws StoreException {
      up();
      return Optional.ofNullable(stacks.get(stack));
    }

    @Override
    public List<StackRecord> list(Optional<String> after, int limit) throws StoreException {
      up();
      return stacks.values().stream()
          .filter(each -> after.isEmpty() || each.stack().compareTo(after.get()) > 0)
          .limit(limit)
          .toList();
    }

    @Override
    public List<Finding> findings(String stack) throws StoreException {
      up();
      return findings.getOrDefault(stack, List.of());
    }

    @Override
    public StackRecord scanned(StackReport report, Scan scan, boolean whole) {
      throw new UnsupportedOperationException("the API scans nothing");
    }

    @Override
    public void decided(String stack, Collection<String> prints, Finding.Decision decision) {
      throw new UnsupportedOperationException("the API decides nothing");
    }

    @Override
    public void issue(String stack, Optional<StackRecord.Issue> issue) {
      throw new UnsupportedOperationException("the API opens nothing");
    }

    @Override
    public void message(String stack, Optional<StackRecord.Message> message) {
      throw new UnsupportedOperationException("the API sends nothing");
    }
  }

  private final class FakeAudit implements AuditTrail {
    @Override
    public void add(Entry entry) {
      audit.addFirst(entry);
    }

    @Override
    public List<Entry> of(String stack, Optional<Entry> after, int limit) throws StoreException {
      up();
      return audit.stream()
          .filter(each -> each.stack().equals(stack))
          .skip(after.map(last -> audit.indexOf(last) + 1).orElse(0))
          .limit(limit)
          .toList();
    }
  }

  private final class FakeRemediations implements RemediationStore {
    @Override
    public Optional<Remediation> find(String id) throws StoreException {
      up();
      return Optional.ofNullable(remediations.get(id));
    }

    @Override
    public Optional<Remediation> open(String stack) {
      return remediations.values().stream().filter(each -> !each.phase().ended()).findFirst();
    }

    @Override
    public List<Remediation> of(String stack, int limit) throws StoreException {
      up();
      return List.copyOf(remediations.values()).reversed().stream()
          .filter(each -> each.stack().equals(stack))
          .limit(limit)
          .toList();
    }

    @Override
    public List<Remediation> unfinished(int limit) {
      return List.of();
    }

    @Override
    public boolean create(Remediation remediation) {
      return remediations.putIfAbsent(remediation.id(), remediation) == null;
    }

    @Override
    public boolean replace(Remediation before, Remediation after) {
      return remediations.replace(before.id(), before, after);
    }
  }

  private final class FakeScans implements Scans {
    @Override
    public void add(Entry entry) {
      scans.putIfAbsent(entry.id(), entry);
    }

    @Override
    public Optional<Entry> find(String id) throws StoreException {
      up();
      return Optional.ofNullable(scans.get(id));
    }

    @Override
    public boolean began(String id, Instant at) {
      return move(id, Phase.RUNNING, at, "", "");
    }

    @Override
    public void done(String id, String reportUri, Instant at) {
      move(id, Phase.DONE, at, reportUri, "");
    }

    @Override
    public void failed(String id, String why, Instant at) {
      move(id, Phase.FAILED, at, "", why);
    }

    private boolean move(String id, Phase next, Instant at, String report, String why) {
      Entry now = scans.get(id);
      return now != null
          && !now.phase().ended()
          && scans.replace(id, now, now.to(next, at, report, why));
    }
  }

  private final class FakeReceipts implements Receipts {
    @Override
    public Receipt add(Receipt receipt) throws StoreException {
      up();
      return Optional.ofNullable(receipts.putIfAbsent(receipt.id(), receipt)).orElse(receipt);
    }

    @Override
    public Optional<Receipt> find(String id) throws StoreException {
      up();
      return Optional.ofNullable(receipts.get(id));
    }

    @Override
    public void move(String id, Status next, String text, Instant at) {
      receipts.computeIfPresent(
          id, (_, now) -> now.status().before(next) ? now.to(next, text, at) : now);
    }
  }
}
