package dev.plumbline.wiring;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateSource;
import dev.plumbline.wiring.account.Claims;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;

/** The configuration's stacks that a scan leaves out, or all: what they manage is not unmanaged. */
record OtherStacks(States states, Configuration configuration) {

  /** States that are read at once. */
  private static final int AT_ONCE = 16;

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
          open(stack).read(claims::add);
        } catch (StateException failed) {
          notes.add(unread(stack, failed));
        }
      }
    }
    return notes;
  }

  /**
   * What all stacks manage now. A lock is looked at before its state is read: who held none then
   * had written all that it made.
   */
  ManagedNow now(Claims claims) {
    List<String> notes = new ArrayList<>();
    List<Seen> seen =
        named(notes).stream()
            .gather(Gatherers.mapConcurrent(AT_ONCE, stack -> see(stack, claims)))
            .toList();
    seen.forEach(each -> each.note().ifPresent(notes::add));
    return new ManagedNow(
        claims, seen.stream().flatMap(each -> each.deployedSince().stream()).toList(), notes);
  }

  /** What there is to say of a stack whose state was read. */
  private record Seen(Optional<Instant> deployedSince, Optional<String> note) {}

  private Seen see(StackPlans.Named stack, Claims claims) {
    try {
      StateSource state = open(stack);
      Optional<Instant> since = state.lock().map(OtherStacks::since);
      state.read(claims::add);
      return new Seen(since, Optional.empty());
    } catch (StateException failed) {
      boolean moving = failed.code() == Code.LOCKED || failed.code() == Code.CHANGED_WHILE_READING;
      return moving
          ? new Seen(Optional.of(Instant.EPOCH), Optional.empty())
          : new Seen(Optional.empty(), Optional.of(unread(stack, failed)));
    }
  }

  private StateSource open(StackPlans.Named stack) throws StateException {
    return states.open(stack.state(), stack.settings().lock(), stack.settings().stateRole());
  }

  /** A lock that does not say it may be an old one. */
  private static Instant since(StateSource.Lock lock) {
    try {
      return Instant.parse(lock.created());
    } catch (DateTimeException _) {
      return Instant.EPOCH;
    }
  }

  private static String unread(StackPlans.Named stack, StateException failed) {
    return "%s could not be read: what it manages may be listed as unmanaged. %s"
        .formatted(stack.state(), failed.action());
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
