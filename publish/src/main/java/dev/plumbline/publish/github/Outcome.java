package dev.plumbline.publish.github;

import java.util.List;

/**
 * What publishing did.
 *
 * @param results one for each issue it looked at
 * @param alarms what somebody has to put right, each once
 */
public record Outcome(List<Result> results, List<Alarm> alarms) {
  public Outcome {
    results = List.copyOf(results);
    alarms = alarms.stream().distinct().toList();
  }

  /** Nothing has to be put right. */
  public Outcome(List<Result> results) {
    this(results, List.of());
  }

  /**
   * Trouble that does not go away by itself.
   *
   * @param kind a word for it, such as {@code archived}
   * @param why what is wrong
   * @param action what to do
   */
  public record Alarm(String kind, String why, String action) {}

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
   * @param number the number, 0 where it was not written
   */
  public record Result(
      String stack, Action action, String url, String note, String title, String body, int number) {

    /** An issue that was not written. */
    public Result(String stack, Action action, String url, String note, String title, String body) {
      this(stack, action, url, note, title, body, 0);
    }
  }

  /** Whether every issue could be brought up to date. */
  public boolean succeeded() {
    return results.stream().noneMatch(result -> result.action() == Action.FAILED);
  }
}
