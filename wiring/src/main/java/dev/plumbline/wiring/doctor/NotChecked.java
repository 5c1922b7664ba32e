package dev.plumbline.wiring.doctor;

/** A check for which something is missing. */
record NotChecked(String name, String reason) implements Check {

  @Override
  public Outcome look() {
    return new Outcome.Skipped(reason);
  }
}
