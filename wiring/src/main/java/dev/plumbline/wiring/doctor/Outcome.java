package dev.plumbline.wiring.doctor;

import java.util.List;

/** How a check ended. */
public sealed interface Outcome {

  /**
   * All is well.
   *
   * @param what was found, one sentence
   */
  record Ok(String what) implements Outcome {}

  /** It works, but something should be looked at; or it could not be found out. */
  record Warn(List<Fault> faults) implements Outcome {
    public Warn {
      faults = List.copyOf(faults);
    }
  }

  /** It does not work. */
  record Failed(List<Fault> faults) implements Outcome {
    public Failed {
      faults = List.copyOf(faults);
    }
  }

  /** There is nothing to be checked. */
  record Skipped(String reason) implements Outcome {}

  /** Well, where there is no fault. */
  static Outcome failed(List<Fault> faults, String well) {
    return faults.isEmpty() ? new Ok(well) : new Failed(faults);
  }

  /** Well, where there is no fault. */
  static Outcome warned(List<Fault> faults, String well) {
    return faults.isEmpty() ? new Ok(well) : new Warn(faults);
  }

  /** The failures, and behind them what should be looked at; well, where there is neither. */
  static Outcome of(List<Fault> failures, List<Fault> warnings, String well) {
    return failures.isEmpty() ? warned(warnings, well) : failed(failures, well);
  }
}
