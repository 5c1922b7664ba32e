package dev.plumbline.engine.severity;

import dev.plumbline.engine.Severity;
import java.util.List;

/**
 * How much one finding matters, and why.
 *
 * @param reason the rule that said so, in one sentence
 * @param notes rules of the configuration that could not be evaluated on it, and so did not match
 */
public record Rating(Severity severity, String reason, List<String> notes) {
  public Rating {
    notes = List.copyOf(notes);
  }
}
