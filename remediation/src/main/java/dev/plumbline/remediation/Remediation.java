package dev.plumbline.remediation;

import dev.plumbline.engine.people.Actor;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * One remediation, from the request to its end. Immutable; each step is another version of it.
 *
 * @param id ten letters and digits
 * @param addresses what was asked for; empty for all that drifted
 * @param includeChanges whether a plan may also do what did not drift
 * @param basis what it was asked on the ground of
 * @param plan empty until there is one
 * @param approvals by different people, in order
 * @param runs what the runner was started for
 * @param outcome how it ended, or what it waits for, in a sentence that holds data
 * @param version counts from 1; a write is conditional on it
 */
public record Remediation(
    String id,
    String stack,
    Answer answer,
    SequencedSet<String> addresses,
    boolean includeChanges,
    Actor requester,
    Origin origin,
    Instant requestedAt,
    Basis basis,
    Phase phase,
    Optional<Plan> plan,
    List<Approval> approvals,
    List<Run> runs,
    String outcome,
    Instant changedAt,
    long version) {

  public Remediation {
    addresses = Collections.unmodifiableSequencedSet(new TreeSet<>(addresses));
    approvals = List.copyOf(approvals);
    runs = List.copyOf(runs);
  }

  /**
   * Somebody's approval, of exactly one plan.
   *
   * @param sha256 the plan's
   * @param commit the plan's
   */
  public record Approval(Actor by, Instant at, String sha256, String commit) {}

  /**
   * One run of the runner.
   *
   * @param kind what it does
   * @param reference what the runner knows it by, such as a build's id
   * @param log where its log can be read, "" where nowhere
   */
  public record Run(Kind kind, String reference, String log, Instant startedAt) {

    /** What a run does. */
    public enum Kind {
      PLAN,
      APPLY,
      /** A normal plan after an accept: is the code what was accepted? */
      CHECK
    }
  }

  /**
   * The next version, in that phase.
   *
   * @throws IllegalStateException where that phase may not follow
   */
  public Remediation to(Phase next, String why, Instant now) {
    if (!phase.next().contains(next)) {
      throw new IllegalStateException("%s: %s cannot become %s".formatted(id, phase, next));
    }
    return new Remediation(
        id,
        stack,
        answer,
        addresses,
        includeChanges,
        requester,
        origin,
        requestedAt,
        basis,
        next,
        plan,
        approvals,
        runs,
        why,
        now,
        version + 1);
  }
}
