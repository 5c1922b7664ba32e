package dev.plumbline.wiring.publish;

import java.time.Duration;

/**
 * How to publish.
 *
 * @param baseline whether today's drift is taken as known: issues are closed as not planned, no
 *     message is sent, and both are quiet until the drift changes
 * @param dryRun whether to say what would be done; only the report is kept
 * @param patience how long to wait for rate limits at most
 */
public record PublishOptions(boolean baseline, boolean dryRun, Duration patience) {

  /** The same with that patience. */
  PublishOptions with(Duration other) {
    return new PublishOptions(baseline, dryRun, other);
  }
}
