package dev.plumbline.remediation;

import java.io.IOException;
import java.util.Optional;

/** Asks anew whether the code follows what was accepted, as after each scan. Thread-safe. */
public interface CodeChecks {

  /**
   * Asks again whether the code says what was accepted; {@link Remediations#proceed} goes on with
   * it. Does nothing where nothing was accepted, or the code is known to say so.
   *
   * @param id the remediation's that accepted it
   */
  Optional<Remediation> checkCode(String id) throws IOException;
}
