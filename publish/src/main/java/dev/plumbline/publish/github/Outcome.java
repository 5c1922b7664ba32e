package dev.plumbline.publish.github;

import java.util.List;

/** What publishing did, one result for each issue it looked at. */
public record Outcome(List<Result> results) {
  public Outcome {
    results = List.copyOf(results);
  }

  /** What was done; in a dry run, what would be done. */
  public enum Action {
    CREATED,
    UPDATED,
    REOPENED,
    CLOSED,
    BASELINED,
    SUMMARISED,
    LEFT,
    FOREIGN_IGNORED,
    FAILED
  }

  /**
   * One issue's result. Its texts hold data: escape them before printing.
   *
   * @param stack the stack, "" for the summary issue
   * @param url the address, "" where there is none
   * @param note why, in a short sentence; "" where the action says it all
   * @param title the title as written, "" where it was not
   * @param body the body as written, "" where it was not
   */
  public record Result(
      String stack, Action action, String url, String note, String title, String body) {}

  /** Whether every issue could be brought up to date. */
  public boolean succeeded() {
    return results.stream().noneMatch(result -> result.action() == Action.FAILED);
  }
}
