package dev.plumbline.wiring.work;

import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import java.io.IOException;
import java.time.InstantSource;

/** Puts going on with remediations on the queue. Thread-safe. */
public final class Progress {

  /** One for each of more stacks than are ever answered at once. */
  private static final int MOST = 1_000;

  private final RemediationStore remediations;
  private final WorkQueue queue;
  private final InstantSource clock;

  public Progress(RemediationStore remediations, WorkQueue queue, InstantSource clock) {
    this.remediations = remediations;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * A run has ended. One that belongs to nothing unfinished is left alone.
   *
   * @param build its id or ARN
   */
  public void ended(String build) throws IOException {
    for (Remediation each : remediations.unfinished(MOST)) {
      if (each.runs().stream().anyMatch(run -> id(run.reference()).equals(id(build)))) {
        queue.put(new Work.Proceed(each.id()), "ended:%s:%s".formatted(each.id(), id(build)));
      }
    }
  }

  /** Time has passed. */
  public void sweep() throws IOException {
    long now = clock.instant().getEpochSecond();
    for (Remediation each : remediations.unfinished(MOST)) {
      queue.put(new Work.Proceed(each.id()), "sweep:%s:%d".formatted(each.id(), now));
    }
  }

  /** CodeBuild's events name a build by its ARN, which ends with the build's id. */
  private static String id(String build) {
    return build.startsWith("arn:") ? build.substring(build.indexOf('/') + 1) : build;
  }
}
