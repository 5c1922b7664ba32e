package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of each stack in a run over many, each of which is scanned on its own. Kept for 30
 * days. Thread-safe.
 */
public interface Runs {

  /** Keeps it in place of what was known of that stack in that run. */
  void keep(String run, Result result) throws StoreException;

  Optional<Result> find(String run, String stack) throws StoreException;

  /** All that was kept of a run, by the stacks' names. */
  List<Result> of(String run) throws StoreException;

  /**
   * One stack's. Its texts hold data.
   *
   * @param worst the worst severity of its drift; empty where nothing drifted
   * @param reportUri where its whole report lies, "" where it was not kept
   * @param issue its issue's address, "" where none is known
   * @param overflow whether it has drift and may have no issue of its own in this run
   * @param news whether its drift is another than its topic was told
   * @param problems what went wrong, in a sentence each
   * @param calls how many calls of the provider's API it took
   */
  record Result(
      String stack,
      StackStatus status,
      Summary summary,
      String fingerprint,
      Optional<Severity> worst,
      String reportUri,
      String issue,
      boolean overflow,
      boolean news,
      List<String> problems,
      long calls,
      Instant at) {

    public Result {
      problems = List.copyOf(problems);
    }

    /** A stack of which nothing was read. */
    public static Result unread(String stack, StackStatus status, String problem, Instant at) {
      return new Result(
          stack,
          status,
          Summary.NOTHING,
          "",
          Optional.empty(),
          "",
          "",
          false,
          false,
          List.of(problem),
          0,
          at);
    }

    /** Whether there is nothing left to do for it, so that a run that goes on passes it over. */
    public boolean done() {
      return status == StackStatus.SCANNED && problems.isEmpty();
    }
  }
}
