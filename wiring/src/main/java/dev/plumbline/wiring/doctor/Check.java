package dev.plumbline.wiring.doctor;

import java.io.IOException;

/** One thing to look at. It reads and changes nothing. */
public interface Check {

  /** One word. */
  String name();

  /**
   * Looks.
   *
   * @throws IOException where it could not be found out
   */
  Outcome look() throws IOException;
}
