package dev.plumbline.publish.github;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Where a remediation stands, as a stack's issue tells it. Its texts hold data, and no secret.
 *
 * @param id the remediation's
 * @param addresses what was asked for; empty for all that drifted
 * @param requester who asked
 * @param requestedAt when
 * @param approvals who approved so far
 * @param approvers who may approve, as the end of a sentence; "" where nobody is asked
 * @param outcome how it ended or what it waits for, "" for nothing
 * @param log where the last run's log can be read, "" where nowhere
 * @param accepted what the code still says otherwise; empty where that is not known, or nothing
 */
public record RemediationNews(
    String id,
    String stack,
    Answer answer,
    Stage stage,
    List<String> addresses,
    String requester,
    Instant requestedAt,
    Optional<PlanNews> plan,
    List<String> approvals,
    String approvers,
    String outcome,
    String log,
    Optional<Accepted> accepted) {

  public RemediationNews {
    addresses = List.copyOf(addresses);
    approvals = List.copyOf(approvals);
  }

  /** What the drift is answered with. */
  public enum Answer {
    ACCEPT,
    REVERT
  }

  /** Where it stands. */
  public enum Stage {
    REQUESTED,
    PLANNING,
    AWAITING_APPROVAL,
    APPLYING,
    VERIFYING,
    DONE,
    FAILED,
    REJECTED,
    EXPIRED,
    SUPERSEDED
  }

  /**
   * The plan.
   *
   * @param token what {@code approve} and {@code reject} name
   * @param commit the code's, "" for a directory at hand
   * @param serial the state's when it was made
   * @param actions what it does to each address, in a word
   * @param text a diff in Terraform's style
   * @param refusals what speaks against it; where there is any, no approval is asked for
   */
  public record PlanNews(
      String token,
      String commit,
      long serial,
      Instant expires,
      SequencedMap<String, String> actions,
      String text,
      List<String> refusals) {
    public PlanNews {
      actions = Collections.unmodifiableSequencedMap(new TreeMap<>(actions));
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * Drift that stands in the state, and as far as is known not in the code.
   *
   * @param gap what is known of that
   * @param commit of the code that was looked at, "" for none
   * @param lines what to change in the code
   * @param text what the next apply of that code would undo, a diff in Terraform's style
   * @param note why it is not known, "" otherwise
   */
  public record Accepted(Gap gap, String commit, List<CodeLine> lines, String text, String note) {
    public Accepted {
      lines = List.copyOf(lines);
    }
  }

  /** Whether the code says what was accepted. */
  public enum Gap {
    /** It is being asked. */
    ASKED,
    /** It says otherwise. */
    DIFFERS,
    /** It could not be asked. */
    UNKNOWN
  }

  /**
   * Something to change in the code.
   *
   * @param where a file and line, "" where they are not known
   * @param text what is to stand there
   */
  public record CodeLine(String address, String where, String text) {}

  /**
   * Why the issue stays open although nothing drifts; "" where there is no reason. From the moment
   * the state is changed until the code was looked at, nobody knows that it says the same.
   */
  String hold() {
    boolean underway =
        answer == Answer.ACCEPT && (stage == Stage.APPLYING || stage == Stage.VERIFYING);
    return accepted.isPresent() || underway ? "accepted " + id : "";
  }
}
