package dev.plumbline.wiring.store;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Sightings;
import dev.plumbline.engine.store.StackMemory;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Stacks in files, each with its findings: {@code stacks/NAME.json}. */
final class LocalStacks implements Stacks {

  private static final Path PLACE = Path.of("stacks");

  private final LocalStore store;

  LocalStacks(LocalStore store) {
    this.store = store;
  }

  /** One file. */
  record Kept(String stack, StackMemory memory, List<Finding> findings) {

    Kept with(StackMemory other) {
      return new Kept(stack, other, findings);
    }
  }

  @Override
  public Optional<StackRecord> find(String stack) throws StoreException {
    return kept(stack).memory().record();
  }

  @Override
  public List<StackRecord> list(Optional<String> after, int limit) throws StoreException {
    return store.all(PLACE, Kept.class).stream()
        .flatMap(kept -> kept.memory().record().stream())
        .filter(record -> after.isEmpty() || record.stack().compareTo(after.get()) > 0)
        .sorted(Comparator.comparing(StackRecord::stack))
        .limit(limit)
        .toList();
  }

  @Override
  public StackRecord scanned(StackReport report, Scan scan, boolean whole) throws StoreException {
    return store.alone(
        () -> {
          Kept kept = kept(report.stack());
          StackMemory memory = whole ? kept.memory().after(report, scan) : kept.memory();
          List<Finding> findings =
              kept.memory().overtaken(scan)
                  ? kept.findings()
                  : merged(kept.findings(), report, scan, whole);
          write(new Kept(report.stack(), memory, findings));
          return memory.record().orElseGet(() -> StackMemory.first(report, scan));
        });
  }

  @Override
  public List<Finding> findings(String stack) throws StoreException {
    return kept(stack).findings().stream().sorted(FindingOrder.BY_ADDRESS).toList();
  }

  @Override
  public void decided(String stack, Collection<String> fingerprints, Finding.Decision decision)
      throws StoreException {
    Set<String> meant = Set.copyOf(fingerprints);
    change(
        stack,
        kept ->
            new Kept(
                stack,
                kept.memory(),
                kept.findings().stream()
                    .map(
                        each ->
                            each.open() && meant.contains(each.fingerprint())
                                ? each.decided(decision)
                                : each)
                    .toList()));
  }

  @Override
  public void issue(String stack, Optional<StackRecord.Issue> issue) throws StoreException {
    change(stack, kept -> kept.with(kept.memory().withIssue(issue)));
  }

  @Override
  public void message(String stack, Optional<StackRecord.Message> message) throws StoreException {
    change(stack, kept -> kept.with(kept.memory().withMessage(message)));
  }

  private static List<Finding> merged(
      List<Finding> known, StackReport report, Scan scan, boolean whole) {
    Map<List<String>, Finding> findings = new LinkedHashMap<>();
    known.forEach(each -> findings.put(FindingOrder.key(each), each));
    Sightings.of(known, report, scan, whole)
        .values()
        .forEach(changed -> changed.forEach(each -> findings.put(FindingOrder.key(each), each)));
    return List.copyOf(findings.values());
  }

  private void change(String stack, UnaryOperator<Kept> change) throws StoreException {
    store.alone(
        () -> {
          write(change.apply(kept(stack)));
          return true;
        });
  }

  private Kept kept(String stack) throws StoreException {
    return store
        .read(place(stack), Kept.class)
        .orElseGet(() -> new Kept(stack, StackMemory.NOTHING, List.of()));
  }

  private void write(Kept kept) throws StoreException {
    store.write(place(kept.stack()), kept);
  }

  private static Path place(String stack) {
    return PLACE.resolve(LocalStore.name(stack));
  }
}
