package dev.plumbline.engine.config;

import java.util.List;
import java.util.Optional;

/**
 * How a stack's drift may be answered. Read and checked; so far only {@code source} is used.
 *
 * @param runner what applies the code
 * @param source where the code lies
 * @param accept who lets drift into the state
 * @param revert who lets the code undo drift
 * @param approval whose approval counts
 * @param guards what stops a remediation
 */
public record RemediationPolicy(
    Runner runner,
    Optional<Source> source,
    Consent accept,
    Consent revert,
    Optional<Approval> approval,
    Optional<Guards> guards) {

  /** What applies the code. */
  public enum Runner {
    TERRAFORM,
    OPENTOFU,
    PULUMI,
    CLOUDFORMATION
  }

  /** Who has to agree. */
  public enum Consent {
    NEVER,
    APPROVAL,
    AUTO
  }

  /**
   * Where the code lies.
   *
   * @param repository {@code owner/name}; empty for a directory at hand
   * @param directory the root module's directory
   * @param ref a branch, tag or commit; empty for the default branch
   */
  public record Source(Optional<String> repository, String directory, Optional<String> ref) {}

  /**
   * Whose approval counts.
   *
   * @param teams {@code organisation/team}
   * @param count how many people
   * @param requesterMayApprove whether who asks may also approve
   */
  public record Approval(List<String> teams, int count, boolean requesterMayApprove) {
    public Approval {
      teams = List.copyOf(teams);
    }
  }

  /**
   * What stops a remediation.
   *
   * @param maxResources how many resources one may touch at most
   * @param window when it may run, such as {@code Mon-Fri 09:00-17:00 UTC}
   */
  public record Guards(Optional<Integer> maxResources, Optional<String> window) {}
}
