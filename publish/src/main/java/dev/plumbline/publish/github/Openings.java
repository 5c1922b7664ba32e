package dev.plumbline.publish.github;

import java.io.IOException;

/** How many issues may still be opened, where many scans at once share the number. Thread-safe. */
@FunctionalInterface
public interface Openings {

  /** Takes the right to open one; false where there is none left. */
  boolean take() throws IOException;
}
