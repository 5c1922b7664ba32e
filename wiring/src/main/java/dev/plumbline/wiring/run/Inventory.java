package dev.plumbline.wiring.run;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.RunSettings;
import dev.plumbline.engine.config.StackEntry;
import dev.plumbline.wiring.StackPlans;
import dev.plumbline.wiring.StackPlans.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stacks of a run. A bucket that cannot be listed, or a name that two have, keeps no other
 * stack from being scanned.
 *
 * @param items those that are scanned
 * @param all those that the configuration names or finds
 * @param complete whether these are really all, so that one that is not here has left it
 * @param problems what kept stacks from being found, in a sentence each
 */
public record Inventory(
    List<RunItem> items, List<RunItem> all, boolean complete, List<String> problems) {

  public Inventory {
    items = List.copyOf(items);
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /**
   * As it is now.
   *
   * @param asked the stacks to scan; empty for all
   */
  public static Inventory of(Configuration configuration, StackPlans plans, Set<String> asked) {
    Map<String, RunItem> byName = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (StackEntry entry : configuration.stacks()) {
      for (Named stack : found(plans, entry, problems)) {
        add(item(stack, plans, configuration.runs()), byName, problems);
      }
    }
    boolean complete = problems.isEmpty();
    asked.stream()
        .filter(name -> !byName.containsKey(name))
        .forEach(name -> problems.add("The configuration has no stack called " + name + "."));
    List<RunItem> all = List.copyOf(byName.values());
    return new Inventory(
        all.stream().filter(item -> asked.isEmpty() || asked.contains(item.stack())).toList(),
        all,
        complete,
        problems);
  }

  private static List<Named> found(StackPlans plans, StackEntry entry, List<String> problems) {
    try {
      return plans.named(entry);
    } catch (IllegalArgumentException unlisted) {
      problems.add(String.valueOf(unlisted.getMessage()));
      return List.of();
    }
  }

  /** Nobody looks at the size of a state where none is too large. */
  private static RunItem item(Named stack, StackPlans plans, RunSettings runs) {
    return runs.splitOver() == RunSettings.NEVER_SPLIT
        ? new RunItem(stack.name(), stack.state())
        : RunItem.of(stack.name(), stack.state(), plans.size(stack), runs.splitOver());
  }

  private static void add(RunItem item, Map<String, RunItem> byName, List<String> problems) {
    RunItem other = byName.putIfAbsent(item.stack(), item);
    if (other != null && !other.state().equals(item.state())) {
      problems.add(
          "Two stacks are called %s: %s, which is scanned, and %s, which is not. Name one of them in the configuration."
              .formatted(item.stack(), other.state(), item.state()));
    }
  }
}
