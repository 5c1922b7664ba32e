package dev.plumbline.engine.config;

import dev.plumbline.engine.ignore.Glob;
import java.util.List;
import java.util.Optional;

/**
 * How a stack's drift may be answered.
 *
 * @param runner what applies the code
 * @param source where the code lies
 * @param accept who lets drift into the state
 * @param revert who lets the code undo drift
 * @param approval whose approval counts
 * @param guards what stops a remediation
 * @param auto what is answered without anybody asking, the first rule that holds counts
 * @param run how the code is run
 */
public record RemediationPolicy(
    Runner runner,
    Optional<Source> source,
    Consent accept,
    Consent revert,
    Optional<Approval> approval,
    Optional<Guards> guards,
    List<Auto> auto,
    CodeRun run) {

  public RemediationPolicy {
    auto = List.copyOf(auto);
  }

  /** A policy whose code is run as any other. */
  public RemediationPolicy(
      Runner runner,
      Optional<Source> source,
      Consent accept,
      Consent revert,
      Optional<Approval> approval,
      Optional<Guards> guards,
      List<Auto> auto) {
    this(runner, source, accept, revert, approval, guards, auto, CodeRun.USUAL);
  }

  /** A policy without rules of its own. */
  public RemediationPolicy(
      Runner runner,
      Optional<Source> source,
      Consent accept,
      Consent revert,
      Optional<Approval> approval,
      Optional<Guards> guards) {
    this(runner, source, accept, revert, approval, guards, List.of());
  }

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
   * @param destroy the addresses that may be destroyed, replaced or forgotten
   * @param breaker how much drift is too much to answer
   */
  public record Guards(
      Optional<Integer> maxResources,
      Optional<String> window,
      List<Glob> destroy,
      Optional<Breaker> breaker) {

    /** No guards but those that always hold. */
    public static final Guards NONE = new Guards(Optional.empty(), Optional.empty());

    public Guards {
      destroy = List.copyOf(destroy);
    }

    /** Guards that let nothing be destroyed, with the breaker as it is without being set. */
    public Guards(Optional<Integer> maxResources, Optional<String> window) {
      this(maxResources, window, List.of(), Optional.empty());
    }
  }

  /**
   * From how much on a stack is only told of, and nothing of it is remediated.
   *
   * @param drifted resources that drifted or are gone
   * @param unreadable resources that could not be read
   * @param outage resources that one service failed to answer for
   */
  public record Breaker(int drifted, int unreadable, int outage) {

    /** What holds where nothing is set. */
    public static final Breaker USUAL = new Breaker(50, 10, 3);
  }

  /**
   * One answer that nobody has to ask for.
   *
   * @param answer what is done
   * @param when a CEL expression over {@code resource}, {@code change} and {@code stack} that is
   *     true where the rule holds
   */
  public record Auto(Response answer, String when) {}

  /** What can be done about drift without anybody asking. */
  public enum Response {
    REVERT,
    ACCEPT,
    IGNORE
  }
}
