package dev.plumbline.wiring.work;

import dev.plumbline.remediation.Origin;

/** Answers whoever asked, where they asked. Thread-safe. */
public interface Replies {

  /** How it went. */
  enum Mood {
    /** It is being done. */
    TAKEN,
    DONE,
    REFUSED,
    FAILED
  }

  /**
   * Answers. What cannot be answered is logged and stops nothing.
   *
   * @param markdown already safe: data in it was escaped for markdown; a face with another markup
   *     turns it into its own; "" to show the mood alone, where the face can
   */
  void reply(Origin origin, Mood mood, String markdown);
}
