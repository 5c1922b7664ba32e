package dev.plumbline.remediation.steps;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One stack, as it was last scanned. */
final class InMemoryStacks implements Stacks {

  Optional<StackRecord> record = Optional.empty();
  final Map<String, String> drift = new LinkedHashMap<>();
  final List<Finding.Decision> decisions = new ArrayList<>();
  final List<String> decided = new ArrayList<>();

  @Override
  public synchronized Optional<StackRecord> find(String stack) {
    return record.filter(each -> each.stack().equals(stack));
  }

  @Override
  public List<StackRecord> list(Optional<String> after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized StackRecord scanned(StackReport report, Scan scan, boolean whole) {
    report
        .resources()
        .forEach(
            each -> {
              drift.remove(each.address());
              if (each.drift()) {
                drift.put(each.address(), each.fingerprint());
              }
            });
    return record.orElseThrow();
  }

  @Override
  public synchronized List<Finding> findings(String stack) {
    return drift.entrySet().stream().map(each -> finding(each.getKey(), each.getValue())).toList();
  }

  @Override
  public synchronized void decided(
      String stack, Collection<String> fingerprints, Finding.Decision decision) {
    fingerprints.stream().filter(drift::containsValue).forEach(decided::add);
    decisions.add(decision);
  }

  @Override
  public void issue(String stack, Optional<StackRecord.Issue> issue) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void message(String stack, Optional<StackRecord.Message> message) {
    throw new UnsupportedOperationException();
  }

  private static Finding finding(String address, String fingerprint) {
    return new Finding(
        "freeside",
        address,
        address.substring(0, address.indexOf('.')),
        Severity.HIGH,
        fingerprint,
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        List.of());
  }
}
