package dev.plumbline.publish.slack;

import java.util.List;
import java.util.Optional;

/**
 * Where a stack's last accept or revert stands. Its texts hold data.
 *
 * @param id the remediation's
 * @param asked accept or revert
 * @param by who asked
 * @param phase where it stands, in a word or two
 * @param outcome how it ended or what it waits for, in a sentence
 * @param changed when it came there
 * @param ended whether nothing follows
 * @param approvals how many have approved
 * @param plan the plan that waits for approval; empty where none does
 */
public record Remedy(
    String id,
    Offer asked,
    String by,
    String phase,
    String outcome,
    String changed,
    boolean ended,
    int approvals,
    Optional<Waiting> plan) {

  /**
   * A plan that waits.
   *
   * @param token what approving and rejecting name
   * @param sha256 the plan's hash
   * @param commit the code's, "" for a directory at hand
   * @param does what it does, such as {@code 2 to update}
   * @param text the diff, redacted
   * @param expires until when it can be approved
   * @param refusals what speaks against it; where there is any, no approval is offered
   */
  public record Waiting(
      String token,
      String sha256,
      String commit,
      String does,
      String text,
      String expires,
      List<String> refusals) {
    public Waiting {
      refusals = List.copyOf(refusals);
    }
  }
}
