package dev.plumbline.wiring.work;

/** Which of the two functions that do work does it. */
public enum Desk {
  /** What people ask for. */
  COMMANDS,
  /** What may end in something being applied. */
  APPROVALS;

  /**
   * Where that work belongs. An automatic policy may apply when its plan is made, so going on is
   * here too.
   */
  public static Desk of(Work work) {
    return switch (work) {
      case Work.Approve _, Work.Proceed _ -> APPROVALS;
      case Work.Rescan _,
          Work.Scan _,
          Work.Ask _,
          Work.Reject _,
          Work.Ignore _,
          Work.Status _,
          Work.Help _ ->
          COMMANDS;
    };
  }
}
