package dev.plumbline.remediation;

import dev.plumbline.engine.config.RemediationPolicy;
import java.io.IOException;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Runs the code's own tool where its credentials are. Everything reaches a run as data. Starting
 * the same order again is the same run. Thread-safe.
 */
public interface Runner {

  /**
   * A plan to make.
   *
   * @param key of the object of the plan bucket that the run writes
   * @param commit the commit to check out; empty to resolve the source's ref
   * @param targets restricts a normal plan to these addresses; empty for all
   * @param refreshOnly whether the state is brought to reality, rather than reality to the code
   */
  record PlanOrder(
      String remediation,
      String stack,
      RemediationPolicy.Runner tool,
      RemediationPolicy.Source source,
      Optional<String> commit,
      SequencedSet<String> targets,
      boolean refreshOnly,
      String key) {}

  /** A plan to apply: that version of that object, of that hash, of that commit. */
  record ApplyOrder(
      String remediation,
      String stack,
      RemediationPolicy.Runner tool,
      RemediationPolicy.Source source,
      String commit,
      String key,
      String versionId,
      String sha256) {}

  /** How far a run is. */
  sealed interface Progress {
    record Running() implements Progress {}

    record Succeeded() implements Progress {}

    /**
     * It came to nothing.
     *
     * @param why the last lines of what the tool said, redacted, or what kept it from starting
     */
    record Failed(String why) implements Progress {}
  }

  Remediation.Run plan(PlanOrder order) throws IOException;

  /** A normal plan after an accept, which nobody will apply. */
  Remediation.Run check(PlanOrder order) throws IOException;

  Remediation.Run apply(ApplyOrder order) throws IOException;

  /**
   * The run that was started for that order, however long ago; empty where none was. Asked where
   * somebody died between starting a run and writing down that it was started, so that a wrong
   * "none" may apply twice.
   */
  Optional<Remediation.Run> started(ApplyOrder order) throws IOException;

  Progress progress(Remediation.Run run) throws IOException;
}
