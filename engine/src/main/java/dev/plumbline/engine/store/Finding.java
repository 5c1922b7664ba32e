package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.people.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One resource's drift over time. A drift that changes is another finding, with another
 * fingerprint; one that comes back is the same again.
 *
 * @param fingerprint the resource's own, see {@code ResourceReport}
 * @param occurrences how often it came, 1 for the first time
 * @param resolved when a scan read the resource and this was gone; empty while it is there
 * @param cause who did it, as far as known
 * @param decision what somebody decided of it
 * @param since when it came the last time; {@code firstSeen} where it came once
 * @param earlier when it was there before, the oldest first; the latest {@value #KEPT} of them
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
    Optional<Decision> decision,
    Instant since,
    List<Spell> earlier) {

  private static final int KEPT = 50;

  public Finding {
    earlier = List.copyOf(earlier);
  }

  /** A time for which it was there, both ends as scans saw them. */
  public record Spell(Instant from, Instant to) {}

  /** Whether it is there, as far as the last scan saw that read its resource. */
  public boolean open() {
    return resolved.isEmpty();
  }

  /** When the last scan began that read its resource. */
  public Instant read() {
    return resolved.filter(lastSeen::isBefore).orElse(lastSeen);
  }

  /** The same, gone. */
  public Finding resolvedAt(Instant at) {
    return with(severity, lastSeen, occurrences, Optional.of(at), cause, decision, since, earlier);
  }

  /** The same, seen again; once more where it was gone. */
  public Finding seen(Severity how, Optional<Cause> who, Instant at) {
    Optional<Cause> known = who.or(() -> cause);
    return resolved
        .map(
            gone ->
                with(
                    how,
                    at,
                    occurrences + 1,
                    Optional.empty(),
                    known,
                    decision,
                    at,
                    latest(new Spell(since, gone))))
        .orElseGet(() -> with(how, at, occurrences, resolved, known, decision, since, earlier));
  }

  /** The same with that decision. */
  public Finding decided(Decision made) {
    return with(
        severity, lastSeen, occurrences, resolved, cause, Optional.of(made), since, earlier);
  }

  private List<Spell> latest(Spell ended) {
    return Stream.concat(earlier.stream(), Stream.of(ended))
        .skip(Math.max(0, earlier.size() + 1 - KEPT))
        .toList();
  }

  private Finding with(
      Severity how,
      Instant last,
      int times,
      Optional<Instant> gone,
      Optional<Cause> who,
      Optional<Decision> what,
      Instant began,
      List<Spell> before) {
    return new Finding(
        stack,
        address,
        type,
        how,
        fingerprint,
        firstSeen,
        last,
        times,
        gone,
        who,
        what,
        began,
        before);
  }

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
