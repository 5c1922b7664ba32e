package dev.plumbline.remediation;

/** What drift is answered with. */
public enum Answer {
  /** The state is brought to reality. */
  ACCEPT,
  /** Reality is brought to the code. */
  REVERT
}
