package dev.plumbline.wiring.announce;

import dev.plumbline.publish.github.RemediationNews.Accepted;
import dev.plumbline.remediation.Remediation;
import java.io.IOException;
import java.util.Optional;

/** Whether the code still says otherwise than what was accepted. Thread-safe. */
@FunctionalInterface
public interface CodeGaps {

  /** Nobody has looked. */
  CodeGaps UNKNOWN = _ -> Optional.empty();

  /** What to change in the code; empty where nothing is, or where it is not known. */
  Optional<Accepted> of(Remediation remediation) throws IOException;
}
