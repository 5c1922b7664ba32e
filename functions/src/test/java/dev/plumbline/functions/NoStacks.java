package dev.plumbline.functions;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store without a stack. */
final class NoStacks implements Stacks {

  @Override
  public Optional<StackRecord> find(String stack) {
    return Optional.empty();
  }

  @Override
  public List<StackRecord> list(Optional<String> after, int limit) {
    return List.of();
  }

  @Override
  public List<Finding> findings(String stack) {
    return List.of();
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
  public void issue(String stack, Optional<StackRecord.Issue> issue) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void message(String stack, Optional<StackRecord.Message> message) {
    throw new UnsupportedOperationException();
  }
}
