package dev.plumbline.remediation.runner;

import java.util.Arrays;
import java.util.Optional;

/** What an exit status of the script means to whoever reads the remediation. */
public enum RunExit {
  DONE(0, "it is done"),
  ORDER(10, "the order was not valid; correct the stack's remediation in plumbline.yaml"),
  MACHINE(11, "the tool is missing, or is of another version; see what the runner's image has"),
  CHECKOUT(12, "the code could not be checked out; see that the ref exists and may be read"),
  INIT(13, "init failed; see that the lock file is committed and whole, and the backend reachable"),
  STATE(14, "the state could not be read, or changed meanwhile; ask again"),
  PLAN(15, "the tool could not make a plan; see the run's log"),
  ARCHIVE(16, "the plan is not in its place, or is another one; nothing was applied"),
  APPLY(17, "the apply failed, perhaps after a part of it; read the stack again"),
  LOCKED(18, "somebody holds the state's lock; wait until they have given it back"),
  STALE(19, "the state changed since the plan was made; nothing was applied, ask for another plan"),
  TIMEOUT(20, "it took too long and was stopped; if it was applying, read the stack again"),
  STOPPED(21, "somebody stopped it; if it was applying, read the stack again");

  private final int status;
  private final String meaning;

  RunExit(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /** The script's exit status. */
  public int status() {
    return status;
  }

  /** What it means and what to do, as the end of a sentence. */
  public String meaning() {
    return meaning;
  }

  /** What that status means; empty for one that the script does not use. */
  public static Optional<RunExit> of(int status) {
    return Arrays.stream(values()).filter(exit -> exit.status == status).findFirst();
  }
}
