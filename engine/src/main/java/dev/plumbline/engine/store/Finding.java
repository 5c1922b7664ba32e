package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.people.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * One resource's drift over time. A drift that changes is another finding, with another
 * fingerprint; one that comes back is the same again.
 *
 * @param fingerprint the resource's own, see {@code ResourceReport}
 * @param occurrences how often it came, 1 for the first time
 * @param resolved when a scan read the resource and this was gone; empty while it is there
 * @param cause who did it, as far as known
 * @param decision what somebody decided of it
 */
public record Finding(
    String stack,
    String address,
    String type,
    Severity severity,
    String fingerprint,
    Instant firstSeen,
    Instant lastSeen,
    int occurrences,
    Optional<Instant> resolved,
    Optional<Cause> cause,
    Optional<Decision> decision) {

  /** What can be decided of a finding. */
  public enum Verb {
    ACCEPTED,
    REVERTED,
    IGNORED
  }

  /**
   * Who decided what.
   *
   * @param remediation the remediation that carried it out, "" where none did
   */
  public record Decision(Verb verb, Actor by, Instant at, String remediation) {}
}
