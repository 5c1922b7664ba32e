package dev.plumbline.publish.github;

/** What is to be done for one stack's issue. */
sealed interface Step {

  /** There is drift and no issue. */
  record Open() implements Step {}

  /** There is drift that is to be taken as known: the issue ends closed as not planned. */
  record Baseline() implements Step {}

  /**
   * The open issue's text is brought up to date.
   *
   * @param comment what watchers are told, "" for nothing
   * @param note what the result says
   */
  record Rewrite(String comment, String note) implements Step {}

  /** The drift is back. */
  record Reopen() implements Step {}

  /** Nothing drifts any more, and what did was read. */
  record Close() implements Step {}

  /**
   * Everything stays as it is.
   *
   * @param why what the result says
   */
  record Leave(String why) implements Step {}
}
