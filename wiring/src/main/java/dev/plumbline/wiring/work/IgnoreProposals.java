package dev.plumbline.wiring.work;

import java.io.IOException;

/** Proposes an ignore rule to whoever keeps the configuration. Thread-safe. */
@FunctionalInterface
public interface IgnoreProposals {

  /** Proposes it; the same again is the same proposal. */
  Proposal propose(Work.Ignore ignore) throws IOException;

  /** What became of it. Its texts hold data. */
  sealed interface Proposal {

    /** There is a pull request now. */
    record Opened(String url) implements Proposal {}

    /** There was one already. */
    record Open(String url) implements Proposal {}

    /** The configuration has that rule. */
    record Present() implements Proposal {}

    /**
     * It cannot be proposed.
     *
     * @param action what to do
     */
    record Refused(String why, String action) implements Proposal {}
  }
}
