package dev.plumbline.wiring.work;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediations;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/** Something to be done later than the request for it was answered. Its texts hold data. */
public sealed interface Work {

  /**
   * A stack is to be scanned now.
   *
   * @param scanId what the scan will be called, so that whoever asked can ask for it
   */
  record Rescan(String scanId, String stack, Actor by, Origin origin) implements Work {}

  /**
   * Several stacks are to be scanned now, by one scan with one report.
   *
   * @param scanId what the scan will be called
   * @param stacks the stacks; empty for all
   * @param unmanaged whether to look for resources in no state as well
   */
  record Scan(
      String scanId, SequencedSet<String> stacks, boolean unmanaged, Actor by, Origin origin)
      implements Work {
    public Scan {
      stacks = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(stacks));
    }
  }

  /** Drift is to be accepted or reverted. */
  record Ask(Remediations.Request request) implements Work {}

  /**
   * A plan is approved.
   *
   * @param stack the stack on whose issue or message it was said
   */
  record Approve(String token, Optional<String> stack, Actor by, Origin origin) implements Work {}

  /** A plan is rejected, or a request withdrawn. */
  record Reject(String token, Optional<String> stack, String because, Actor by, Origin origin)
      implements Work {}

  /**
   * An ignore rule is to be proposed.
   *
   * @param attribute only this attribute; empty for the whole resource
   */
  record Ignore(
      String stack,
      String address,
      Optional<String> attribute,
      LocalDate until,
      String because,
      Actor by,
      Origin origin)
      implements Work {}

  /** A stack's state is to be told. */
  record Status(String stack, Actor by, Origin origin) implements Work {}

  /**
   * What can be said is to be told.
   *
   * @param why what was wrong with what was said, "" where nothing was
   */
  record Help(String why, Actor by, Origin origin) implements Work {}

  /** A run has ended, or time has passed. */
  record Proceed(String remediation) implements Work {}
}
