package dev.plumbline.publish.github;

import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.Turns;

/** What runs know of each other. */
public sealed interface Ledger {

  /** Nothing: each finds issues by their marker, and two at once may open two. */
  record None() implements Ledger {}

  /**
   * Everything.
   *
   * @param stacks remembers each stack's issue
   * @param turns lets one run at a time write a stack's issue
   */
  record Shared(Stacks stacks, Turns turns) implements Ledger {}

  /**
   * Everything, for one of many scans that are made at once and whose end somebody else sees to:
   * only the stack's own issue is looked at, and others are only listed where a new one is due.
   *
   * @param openings counted over all of those scans
   */
  record InRun(Shared shared, Openings openings) implements Ledger {}
}
