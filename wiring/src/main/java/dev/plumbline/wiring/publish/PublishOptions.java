package dev.plumbline.wiring.publish;

import java.time.Duration;
import java.util.Optional;

/**
 * How to publish.
 *
 * @param baseline whether today's drift is taken as known: issues are closed as not planned, no
 *     message is sent, and both are quiet until the drift changes
 * @param dryRun whether to say what would be done; only the report is kept
 * @param patience how long to wait for rate limits at most
 * @param run the run that this is one of many scans of, whose end tells topics and writes the page
 *     over all stacks; empty for a scan on its own
 */
public record PublishOptions(
    boolean baseline, boolean dryRun, Duration patience, Optional<String> run) {

  /** Of a scan on its own. */
  public PublishOptions(boolean baseline, boolean dryRun, Duration patience) {
    this(baseline, dryRun, patience, Optional.empty());
  }

  /** The same with that patience. */
  PublishOptions with(Duration other) {
    return new PublishOptions(baseline, dryRun, other, run);
  }

  /** Whether topics hear of drift at the run's end. */
  boolean toldAtEnd() {
    return run.isPresent() && !baseline && !dryRun;
  }
}
