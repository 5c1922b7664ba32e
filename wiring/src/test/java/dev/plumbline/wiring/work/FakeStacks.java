package dev.plumbline.wiring.work;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.StackRecord.Issue;
import dev.plumbline.engine.store.Stacks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stacks in memory. */
public final class FakeStacks implements Stacks {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  public final SortedMap<String, StackRecord> records = new TreeMap<>();
  public final List<Finding> findings = new ArrayList<>();

  public FakeStacks with(String stack, Issue issue) {
    records.put(
        stack,
        new StackRecord(
            stack,
            "production",
            StackStatus.SCANNED,
            "sha256:f",
            new Summary(4, 1, 2, 1, 0, 0, 0, 0, 1.0, 40, 40),
            "scan-1",
            NOON,
            "",
            7,
            "lineage",
            Optional.of(issue),
            Optional.empty()));
    return this;
  }

  public FakeStacks drifted(String stack, String address) {
    findings.add(
        new Finding(
            stack,
            address,
            "aws_x",
            Severity.HIGH,
            "sha256:r",
            NOON,
            NOON,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            NOON,
            List.of()));
    return this;
  }

  @Override
  public Optional<StackRecord> find(String stack) {
    return Optional.ofNullable(records.get(stack));
  }

  @Override
  public List<StackRecord> list(Optional<String> after, int limit) {
    return records.values().stream()
        .filter(each -> after.isEmpty() || each.stack().compareTo(after.get()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Finding> findings(String stack) {
    return findings.stream().filter(each -> each.stack().equals(stack)).toList();
  }

  @Override
  public StackRecord scanned(StackReport report, Scan scan, boolean whole) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void decided(String stack, Collection<String> prints, Finding.Decision decision) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void issue(String stack, Optional<Issue> issue) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void message(String stack, Optional<StackRecord.Message> message) {
    throw new UnsupportedOperationException();
  }
}
