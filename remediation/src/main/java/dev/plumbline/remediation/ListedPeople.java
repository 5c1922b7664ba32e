package dev.plumbline.remediation;

import dev.plumbline.engine.people.People;
import java.io.IOException;

/** The people of the configuration as it is deployed now. Thread-safe. */
@FunctionalInterface
public interface ListedPeople {

  /** Read anew: whoever was taken off the list approves nothing from then on. */
  People now() throws IOException;
}
