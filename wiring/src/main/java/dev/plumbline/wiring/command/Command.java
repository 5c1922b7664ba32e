package dev.plumbline.wiring.command;

import dev.plumbline.remediation.Answer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/** What a comment asks for. Its texts are data, as somebody typed them. */
public sealed interface Command {

  /** What can be said is to be told. */
  record Help() implements Command {}

  /**
   * It was meant as a command, but is none.
   *
   * @param why what is wrong with it, in a sentence that holds data
   */
  record Unclear(String why) implements Command {}

  /** The stack is to be scanned now. */
  record Rescan() implements Command {}

  /** The stack's state is to be told. */
  record Status() implements Command {}

  /**
   * Drift is to be accepted or reverted.
   *
   * @param addresses only these; empty for all that drifted
   * @param includeChanges whether the plan may also do what did not drift
   * @param dryRun whether only to say what would happen
   */
  record Remedy(
      Answer answer, SequencedSet<String> addresses, boolean includeChanges, boolean dryRun)
      implements Command {
    public Remedy {
      addresses = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(addresses));
    }
  }

  /** A plan is approved. */
  record Approve(String plan) implements Command {}

  /**
   * A plan is rejected.
   *
   * @param because "" where no reason is given
   */
  record Reject(String plan, String because) implements Command {}

  /**
   * An ignore rule is to be proposed.
   *
   * @param attribute only this attribute; empty for the whole resource
   * @param until the rule's last day
   */
  record Ignore(String address, Optional<String> attribute, LocalDate until, String because)
      implements Command {}
}
