package dev.plumbline.wiring;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.state.StateException;
import dev.plumbline.wiring.account.Claims;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The configuration's stacks that a scan leaves out: what they manage is not unmanaged. */
record OtherStacks(States states, Configuration configuration) {

  private static final ScanOptions ALL =
      new ScanOptions(Set.of(), List.of(), List.of(), false, Duration.ZERO, Duration.ofMinutes(1));

  /**
   * Claims what they record.
   *
   * @param scanned the states whose resources are claimed already
   * @return a note for each state that could not be read
   */
  List<String> claim(Claims claims, Collection<String> scanned) {
    List<String> notes = new ArrayList<>();
    for (StackPlans.Named stack : named(notes)) {
      if (!scanned.contains(stack.state())) {
        try {
          states
              .open(stack.state(), stack.settings().lock(), stack.settings().stateRole())
              .read(claims::add);
        } catch (StateException failed) {
          notes.add(
              "%s could not be read: what it manages may be listed as unmanaged. %s"
                  .formatted(stack.state(), failed.action()));
        }
      }
    }
    return notes;
  }

  private List<StackPlans.Named> named(List<String> notes) {
    StackPlans plans = new StackPlans(states, "", ALL);
    try {
      return plans.stacks(configuration);
    } catch (IllegalArgumentException unlisted) {
      notes.add("What other stacks manage may be listed as unmanaged: " + unlisted.getMessage());
      return plans.written(configuration);
    }
  }
}
