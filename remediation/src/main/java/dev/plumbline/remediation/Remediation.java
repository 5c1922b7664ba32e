package dev.plumbline.remediation;

import dev.plumbline.engine.people.Actor;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param codeCheck after an accept, whether the code says what was accepted
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
    long version,
    Optional<CodeCheck> codeCheck) {

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

  /** What it may touch: what was asked for, or all that drifted. */
  public SequencedSet<String> scope() {
    return addresses.isEmpty() ? new TreeSet<>(basis.drift().keySet()) : addresses;
  }

  /** Its newest run of that kind. */
  public Optional<Run> run(Run.Kind kind) {
    return runs.reversed().stream().filter(run -> run.kind() == kind).findFirst();
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
    return version(next, plan, approvals, runs, why, now, codeCheck);
  }

  /** The next version, in the same phase with another outcome. */
  public Remediation saying(String what, Instant now) {
    return version(phase, plan, approvals, runs, what, now, codeCheck);
  }

  /** The next version, with that plan. */
  public Remediation with(Plan made, Instant now) {
    return version(phase, Optional.of(made), approvals, runs, outcome, now, codeCheck);
  }

  /** The next version, with one more approval. */
  public Remediation with(Approval approval, Instant now) {
    List<Approval> more = new ArrayList<>(approvals);
    more.add(approval);
    return version(phase, plan, more, runs, outcome, now, codeCheck);
  }

  /** The next version, with that run in the place of the last of its kind. */
  public Remediation with(Run run, Instant now) {
    List<Run> others = new ArrayList<>(runs);
    others.removeIf(each -> each.kind() == run.kind());
    others.add(run);
    return version(phase, plan, approvals, others, outcome, now, codeCheck);
  }

  /** The next version, without runs of that kind. */
  public Remediation without(Run.Kind kind, Instant now) {
    List<Run> others = new ArrayList<>(runs);
    others.removeIf(each -> each.kind() == kind);
    return version(phase, plan, approvals, others, outcome, now, codeCheck);
  }

  /** The next version, with that check of the code. */
  public Remediation with(CodeCheck check, Instant now) {
    return version(phase, plan, approvals, runs, outcome, now, Optional.of(check));
  }

  /** The same as one step: what several changes made of {@code before} is its next version. */
  public Remediation after(Remediation before) {
    return copy(phase, plan, approvals, runs, outcome, changedAt, before.version + 1, codeCheck);
  }

  private Remediation version(
      Phase inPhase,
      Optional<Plan> withPlan,
      List<Approval> withApprovals,
      List<Run> withRuns,
      String withOutcome,
      Instant now,
      Optional<CodeCheck> withCheck) {
    return copy(
        inPhase, withPlan, withApprovals, withRuns, withOutcome, now, version + 1, withCheck);
  }

  private Remediation copy(
      Phase inPhase,
      Optional<Plan> withPlan,
      List<Approval> withApprovals,
      List<Run> withRuns,
      String withOutcome,
      Instant now,
      long number,
      Optional<CodeCheck> withCheck) {
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
        inPhase,
        withPlan,
        withApprovals,
        withRuns,
        withOutcome,
        now,
        number,
        withCheck);
  }
}
