package dev.plumbline.publish;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.Runs.Result;
import java.time.Instant;
import java.util.List;

/**
 * What became of a run over many stacks, each of which was scanned on its own. Its texts hold data.
 *
 * @param run what the run is called
 * @param endedAt when it ended
 * @param results one for each stack of the run
 * @param problems what kept stacks from being found, in a sentence each
 */
public record RunReport(String run, Instant endedAt, List<Result> results, List<String> problems) {

  public RunReport {
    results = List.copyOf(results);
    problems = List.copyOf(problems);
  }

  /** How many stacks ended so. */
  public long count(StackStatus status) {
    return results.stream().filter(each -> each.status() == status).count();
  }

  /** The stacks of which nothing was read. */
  public List<Result> unread() {
    return results.stream().filter(each -> each.status() != StackStatus.SCANNED).toList();
  }

  /** The stacks that were scanned, and of which not everybody could be told. */
  public List<Result> untold() {
    return results.stream()
        .filter(each -> each.status() == StackStatus.SCANNED && !each.problems().isEmpty())
        .toList();
  }

  /** The stacks with drift. */
  public List<Result> drifted() {
    return results.stream().filter(each -> drift(each) > 0).toList();
  }

  /** How many of a hundred stacks could not be scanned at all; 100 where none was found. */
  public int failedPercentage() {
    return results.isEmpty()
        ? 100
        : Math.toIntExact(100 * count(StackStatus.FAILED) / results.size());
  }

  /** How many of a stack's resources drifted or are gone. */
  public static int drift(Result stack) {
    return stack.summary().drifted() + stack.summary().deleted();
  }
}
