package dev.plumbline.remediation;

/** Tells people where a remediation stands: on the issue, in Slack. Thread-safe. */
public interface Announcer {

  /**
   * Called after each step that was written, and again where a step is repeated after a crash, so
   * that telling the same twice must do no harm. What cannot be told is the announcer's to report;
   * it never stops a remediation.
   */
  void announce(Remediation remediation);
}
