package dev.plumbline.wiring.doctor;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every stack was scanned lately, and could be read. */
record RunsCheck(Optional<Supplier<Stacks>> memory, InstantSource clock) implements Check {

  /** The usual schedule is a week; a day more for a run that was late. */
  private static final Duration OLD = Duration.ofDays(8);

  private static final int PAGE = 100;

  /** So many are named; more would be a report of their own. */
  private static final int NAMED = 20;

  @Override
  public String name() {
    return "runs";
  }

  @Override
  public Outcome look() throws IOException {
    if (memory.isEmpty()) {
      return new Outcome.Skipped("No store is named: --deployment or --table does.");
    }
    List<StackRecord> stacks = all(memory.get().get());
    if (stacks.isEmpty()) {
      return new Outcome.Warn(
          List.of(
              new Fault(
                  "No scan is remembered.",
                  "Nothing was scanned yet, or by something that remembers it elsewhere.",
                  "Scan once, and look at the log where that fails.")));
    }
    List<Fault> faults = new ArrayList<>();
    stacks.forEach(each -> fault(each).ifPresent(faults::add));
    Instant latest =
        stacks.stream().map(StackRecord::scannedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    return Outcome.warned(
        shortened(faults),
        "%,d stacks were scanned and read, the last %s ago.".formatted(stacks.size(), age(latest)));
  }

  private static List<StackRecord> all(Stacks stacks) throws IOException {
    List<StackRecord> all = new ArrayList<>();
    List<StackRecord> page = stacks.list(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = stacks.list(Optional.of(page.getLast().stack()), PAGE);
    }
    return all;
  }

  private Optional<Fault> fault(StackRecord stack) {
    Duration since = Duration.between(stack.scannedAt(), clock.instant());
    if (since.compareTo(OLD) > 0) {
      return Optional.of(
          new Fault(
              "%s was last scanned %s ago.".formatted(stack.stack(), age(stack.scannedAt())),
              "Drift since then is not known.",
              "See that its schedule is on, and that plumbline.yaml still has it."));
    }
    if (stack.status() != StackStatus.SCANNED) {
      return Optional.of(
          new Fault(
              "The last scan of %s ended %s.".formatted(stack.stack(), stack.status()),
              "How it stands is not known.",
              "Its report says why and what to do; the check of states tries it now."));
    }
    return stack.summary().unreadable() == 0 ? Optional.empty() : Optional.of(unread(stack));
  }

  private static Fault unread(StackRecord stack) {
    return new Fault(
        "%d resources of %s could not be read."
            .formatted(stack.summary().unreadable(), stack.stack()),
        "Whether they drifted is not known.",
        "Its report names the action of each; the check of permissions tries them.");
  }

  private static List<Fault> shortened(List<Fault> faults) {
    if (faults.size() <= NAMED) {
      return faults;
    }
    List<Fault> some = new ArrayList<>(faults.subList(0, NAMED));
    some.add(
        new Fault(
            "%,d more stacks are like that.".formatted(faults.size() - NAMED),
            "They are not named here.",
            "List them with `plumbline stacks`."));
    return some;
  }

  private String age(Instant at) {
    Duration age = Duration.between(at, clock.instant());
    return age.toDays() > 0
        ? "%d days".formatted(age.toDays())
        : "%d hours %d minutes".formatted(age.toHours(), age.toMinutesPart());
  }
}
