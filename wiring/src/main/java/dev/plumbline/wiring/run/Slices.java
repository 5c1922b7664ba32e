package dev.plumbline.wiring.run;

import java.io.IOException;
import java.util.Optional;

/** Where slices of stacks wait for one another. Thread-safe. */
public interface Slices {

  /** Keeps it in place of what was known of that slice in that run. */
  void keep(String run, RunItem item, Slice slice) throws IOException;

  /** What was kept of that slice in that run; {@link Slice#nothing} where it cannot be used. */
  Optional<Slice> find(String run, RunItem item) throws IOException;
}
