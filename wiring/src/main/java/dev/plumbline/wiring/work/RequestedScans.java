package dev.plumbline.wiring.work;

import java.io.IOException;

/** Makes the scans that are asked for by an id, and notes how far they are. Thread-safe. */
@FunctionalInterface
public interface RequestedScans {

  /**
   * Makes it, unless it was made before.
   *
   * @throws IOException where it could not be noted, and is worth another try
   */
  void scan(Work.Scan work) throws IOException;
}
