package dev.plumbline.wiring.doctor;

import dev.plumbline.state.StateException;
import dev.plumbline.state.StateSource;
import dev.plumbline.wiring.StackPlans.Named;
import dev.plumbline.wiring.States;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every configured state is there, can be found and its lock looked at, by whoever asks. What is in
 * it is not read.
 */
record StatesCheck(States states, Supplier<List<Named>> stacks) implements Check {

  /** More would take longer than anybody waits. */
  private static final int MOST = 200;

  @Override
  public String name() {
    return "states";
  }

  @Override
  public Outcome look() {
    List<Named> all;
    try {
      all = stacks.get();
    } catch (IllegalArgumentException unlisted) {
      return new Outcome.Failed(
          List.of(
              new Fault(
                  String.valueOf(unlisted.getMessage()),
                  "The stacks that a pattern names cannot be found.",
                  "Allow s3:ListBucket on the bucket, or name the states one by one.")));
    }
    List<Fault> faults = new ArrayList<>();
    all.stream().limit(MOST).forEach(each -> look(each, faults));
    return Outcome.failed(
        faults,
        all.size() > MOST
            ? "The first %d of %,d states can be read.".formatted(MOST, all.size())
            : "%d states can be read.".formatted(all.size()));
  }

  private void look(Named stack, List<Fault> faults) {
    StateSource source =
        states.open(stack.state(), stack.settings().lock(), stack.settings().stateRole());
    try {
      source.currentVersion();
      source.lock();
    } catch (StateException failed) {
      faults.add(
          new Fault(
              "%s: %s".formatted(stack.name(), failed.getMessage()),
              "The stack cannot be scanned.",
              failed.action()));
    }
  }
}
