package dev.plumbline.wiring.work;

import dev.plumbline.engine.Report.StackReport;
import java.io.IOException;

/** Scans a stack when somebody asks, and publishes what it found as any scan does. */
@FunctionalInterface
public interface Rescans {

  /**
   * What the scan found.
   *
   * @throws IOException where it could not begin, or not everything could be published
   */
  StackReport rescan(Work.Rescan work) throws IOException;
}
