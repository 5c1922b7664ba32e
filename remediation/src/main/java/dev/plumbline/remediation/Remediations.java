package dev.plumbline.remediation;

import dev.plumbline.engine.people.Actor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people ask of remediation. GitHub, Slack, the HTTP API and the command line call this and
 * nothing else. Whether somebody may <em>ask</em> is their face's business (GitHub's permission, an
 * allowed channel, IAM); who may <em>approve</em> is decided here. Thread-safe.
 */
public interface Remediations {

  /**
   * Asks for a remediation.
   *
   * @param addresses only these drifted addresses; empty for all
   * @param includeChanges whether the plan may also do what did not drift
   * @param dryRun whether to say what would happen, and to start nothing
   */
  record Request(
      String stack,
      Answer answer,
      Set<String> addresses,
      boolean includeChanges,
      boolean dryRun,
      Actor by,
      Origin origin) {
    public Request {
      addresses = Set.copyOf(addresses);
    }
  }

  /** What became of what somebody asked. Its texts hold data. */
  sealed interface Reply {

    /**
     * It was done.
     *
     * @param next what happens now, in a sentence
     */
    record Done(Remediation remediation, String next) implements Reply {}

    /**
     * It was not done.
     *
     * @param why what speaks against it
     * @param action what to do
     */
    record Refused(String why, String action) implements Reply {}
  }

  Reply request(Request request) throws IOException;

  /**
   * Approves exactly one plan.
   *
   * @param token as {@link Plan#token} makes it
   * @param stack the stack on whose issue or message it was said; empty where the face knows none
   */
  Reply approve(String token, Actor by, Optional<String> stack) throws IOException;

  /** Rejects a plan, or withdraws what was asked for; whoever may ask may reject. */
  Reply reject(String token, Actor by, Optional<String> stack, String because) throws IOException;

  /** Goes on with what waits for a run that has ended, or for time to pass. Safe to repeat. */
  Optional<Remediation> proceed(String id) throws IOException;

  Optional<Remediation> find(String id) throws IOException;

  /** A stack's remediations, the newest first. */
  List<Remediation> of(String stack, int limit) throws IOException;
}
