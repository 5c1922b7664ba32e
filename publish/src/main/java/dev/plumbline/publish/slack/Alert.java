package dev.plumbline.publish.slack;

import dev.plumbline.engine.Severity;
import java.util.List;

/**
 * What a stack's message says of its drift. Its texts hold data, and nothing secret. Kept as JSON
 * between two messages, so all its members are plain.
 *
 * @param scannedAt when the scan began, as ISO 8601
 * @param summary the stack's counts and coverage, in a sentence
 * @param counts how many drifted, by severity, the most severe first; empty where nothing did
 * @param rows the most severe of what drifted
 * @param issue the issue's address, "" where there is none
 * @param report the whole report's S3 URI, "" where it was not kept
 * @param offers what may be asked for
 */
public record Alert(
    String stack,
    String environment,
    String fingerprint,
    String scannedAt,
    String summary,
    List<Count> counts,
    List<Row> rows,
    String issue,
    String report,
    List<Offer> offers) {

  public Alert {
    counts = List.copyOf(counts);
    rows = List.copyOf(rows);
    offers = List.copyOf(offers);
  }

  /** How many of a severity. */
  public record Count(Severity severity, int count) {}

  /**
   * One resource.
   *
   * @param what what happened to it, in few words
   * @param since since when it is known, "" where it is not
   * @param who who did it, "" where nobody knows
   */
  public record Row(Severity severity, String address, String what, String since, String who) {}

  /** How many resources drifted. */
  public int drifted() {
    return counts.stream().mapToInt(Count::count).sum();
  }

  /** Whether nothing drifted. */
  public boolean clean() {
    return counts.isEmpty();
  }
}
