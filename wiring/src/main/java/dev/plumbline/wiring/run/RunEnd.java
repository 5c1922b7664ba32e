package dev.plumbline.wiring.run;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.store.FailingStacks;
import dev.plumbline.engine.store.FailingStacks.Streak;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.RunReport;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.wiring.ConfiguredStacks;
import dev.plumbline.wiring.publish.Destinations;
import dev.plumbline.wiring.publish.PublishOptions;
import dev.plumbline.wiring.publish.Published.Failure;
import dev.plumbline.wiring.publish.RunPublishing;
import dev.plumbline.wiring.store.RunStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Ends a run: gathers what became of each stack, and publishes what is said once. Thread-safe. */
public final class RunEnd {

  private static final String NO_RESULT =
      "The function that scanned it ended without a result; its log says why. It may need more time or memory.";

  private static final String NOT_ALL_SLICES =
      "Of the %d slices it is read in, not all came to an end; the function's log says why. It may need more time or memory, or a smaller runs.splitOver.";

  private final RunStore store;
  private final RunFolder folder;
  private final RunPublishing publishing;
  private final InstantSource clock;

  public RunEnd(RunStore store, RunFolder folder, RunPublishing publishing, InstantSource clock) {
    this.store = store;
    this.folder = folder;
    this.publishing = publishing;
    this.clock = clock;
  }

  /**
   * A run's end.
   *
   * @param failures what could not be published
   */
  public record Ended(RunReport report, List<Failure> failures) {
    public Ended {
      failures = List.copyOf(failures);
    }
  }

  /**
   * Ends it. A second time repeats nothing.
   *
   * @param alarmAfter after how many runs in a row a stack that was not scanned is an alarm
   */
  public Ended end(
      String run,
      Configuration configuration,
      MarkerKey key,
      int alarmAfter,
      PublishOptions options)
      throws IOException {
    Inventory inventory =
        folder
            .inventory(run)
            .orElseThrow(
                () -> new IOException("There is no inventory of a run called %s.".formatted(run)));
    RunReport report = report(run, inventory);
    List<Failure> failures = new ArrayList<>();
    List<Streak> failing =
        options.dryRun() ? List.of() : failing(report, inventory, alarmAfter, failures);
    failures.addAll(
        publishing.conclude(report, failing, destinations(configuration, inventory), key, options));
    return new Ended(report, failures);
  }

  /** A stack without a result is told of as much as any other. */
  private RunReport report(String run, Inventory inventory) throws StoreException {
    Map<String, Result> known = new HashMap<>();
    store.runs().of(run).forEach(each -> known.put(each.stack(), each));
    Instant now = clock.instant();
    List<Result> results =
        inventory.items().stream()
            .map(
                item ->
                    known.getOrDefault(
                        item.stack(),
                        Result.unread(item.stack(), StackStatus.FAILED, why(item), now)))
            .toList();
    return new RunReport(run, now, results, inventory.problems());
  }

  private static String why(RunItem item) {
    return item.slices() == 0 ? NO_RESULT : NOT_ALL_SLICES.formatted(item.slices());
  }

  private List<Streak> failing(
      RunReport report, Inventory inventory, int alarmAfter, List<Failure> failures) {
    FailingStacks failing = store.failing();
    List<Streak> reached = new ArrayList<>();
    try {
      for (Result result : report.unread()) {
        Streak streak = failing.failed(result.stack(), report.run());
        if (streak.runs() == alarmAfter) {
          reached.add(streak);
        }
      }
      Predicate<String> over = over(report, inventory);
      for (Streak streak : failing.all()) {
        if (over.test(streak.stack())) {
          failing.over(streak.stack());
        }
      }
    } catch (StoreException e) {
      failures.add(new Failure("Counting stacks that fail failed. " + e.getMessage(), ""));
    }
    return reached;
  }

  /** Whoever was scanned again, or left the configuration. */
  private static Predicate<String> over(RunReport report, Inventory inventory) {
    Set<String> scanned =
        report.results().stream()
            .filter(each -> each.status() == StackStatus.SCANNED)
            .map(Result::stack)
            .collect(Collectors.toSet());
    Set<String> all = inventory.all().stream().map(RunItem::stack).collect(Collectors.toSet());
    return stack -> scanned.contains(stack) || (inventory.complete() && !all.contains(stack));
  }

  private static Destinations destinations(Configuration configuration, Inventory inventory) {
    ConfiguredStacks configured = new ConfiguredStacks(configuration);
    SequencedMap<String, Publish> byStack = new LinkedHashMap<>();
    for (RunItem item : inventory.all()) {
      configured
          .find(item.stack(), item.state())
          .ifPresent(stack -> byStack.put(item.stack(), stack.settings().publish()));
    }
    return new Destinations(byStack, Map.of(), inventory.complete());
  }
}
