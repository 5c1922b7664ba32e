package dev.plumbline.remediation.steps;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param planning from a request to its plan
 * @param approval from a plan to its apply
 * @param lockWait how long somebody else's lock is waited for
 * @param fresh how old the last look at reality may be when an apply starts
 */
public record Timing(Duration planning, Duration approval, Duration lockWait, Duration fresh) {

  /** As the product is delivered. */
  public static final Timing USUAL =
      new Timing(
          Duration.ofMinutes(60),
          Duration.ofMinutes(60),
          Duration.ofMinutes(10),
          Duration.ofSeconds(60));
}
