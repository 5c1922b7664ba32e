package dev.plumbline.remediation;

import java.io.IOException;
import java.util.Optional;

/** Looks at states' locks and never takes one. Thread-safe. */
public interface Locks {

  /**
   * Who holds the stack's lock now, in a few words; empty where nobody does. Where a backend has no
   * lock nobody ever does, and the tool's own check of the serial stands alone.
   */
  Optional<String> holder(String stack) throws IOException;
}
