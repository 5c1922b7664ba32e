package dev.plumbline.engine;

import java.util.List;

/** What is said of one managed resource. Closed: whoever handles verdicts handles each of them. */
public sealed interface Verdict {

  /** Recorded and observed mean the same. */
  record InSync() implements Verdict {}

  /**
   * It is there and differs.
   *
   * @param changes at least one
   */
  record Drifted(List<Change> changes) implements Verdict {
    public Drifted {
      changes = List.copyOf(changes);
    }
  }

  /**
   * It is positively gone.
   *
   * @param evidence how that is known
   */
  record Deleted(String evidence) implements Verdict {}

  /**
   * It could not be read; says nothing of drift.
   *
   * @param action the IAM action that failed
   * @param reason why, and what to do
   */
  record Unreadable(String action, String reason) implements Verdict {}

  /**
   * There is no reader for its type.
   *
   * @param reason why
   */
  record Unsupported(String reason) implements Verdict {}

  /**
   * All its drift is known and let be.
   *
   * @param rule the rule, as it is printed
   * @param changes what the rule lets be
   */
  record Ignored(String rule, List<Change> changes) implements Verdict {
    public Ignored {
      changes = List.copyOf(changes);
    }
  }
}
