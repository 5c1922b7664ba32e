package dev.plumbline.wiring.publish;

import dev.plumbline.publish.github.RemediationNews;
import java.io.IOException;
import java.util.Optional;

/** What is being done about a stack's drift, if that is still worth telling. Thread-safe. */
@FunctionalInterface
public interface Remediating {

  /** Nothing is. */
  Remediating NOTHING = _ -> Optional.empty();

  Optional<RemediationNews> of(String stack) throws IOException;
}
