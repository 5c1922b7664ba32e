package dev.plumbline.remediation;

import java.time.Instant;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Whether the code says what was accepted. While it does not, its next apply undoes what was
 * accepted.
 *
 * @param state how that stands
 * @param at when it was last asked
 * @param commit the code's, "" while it is not known
 * @param differing what a plan of that code would do to the accepted addresses
 * @param text that part of the plan, redacted
 * @param note why it is not known, "" otherwise
 */
public record CodeCheck(
    State state,
    Instant at,
    String commit,
    SequencedMap<String, Plan.Step> differing,
    String text,
    String note) {

  public CodeCheck {
    differing = Collections.unmodifiableSequencedMap(new TreeMap<>(differing));
  }

  /** How it stands. */
  public enum State {
    /** It is being asked. */
    RUNNING,
    /** The code says what was accepted. */
    UPDATED,
    /** Accepted, code not updated. */
    NOT_UPDATED,
    /** It could not be asked. */
    UNKNOWN
  }

  /** That it is being asked. */
  public static CodeCheck running(Instant now) {
    return new CodeCheck(State.RUNNING, now, "", new TreeMap<>(), "", "");
  }

  /** That it could not be asked, and why. */
  public static CodeCheck unknown(Instant now, String why) {
    return new CodeCheck(State.UNKNOWN, now, "", new TreeMap<>(), "", why);
  }
}
