package dev.plumbline.remediation.steps;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Approval;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.approve.ApprovalPolicy;
import dev.plumbline.remediation.guard.Guarding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Approvals and rejections. */
final class Deciding {

  private static final int TRIES = 100;

  private final Ports ports;
  private final Ledger ledger;
  private final Policies policies;

  Deciding(Ports ports, Ledger ledger, Policies policies) {
    this.ports = ports;
    this.ledger = ledger;
    this.policies = policies;
  }

  /** Approves exactly that plan; what was read is decided on anew where somebody was faster. */
  Reply approve(String token, Actor by, Optional<String> stack) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      Named named = Named.find(ports.store(), token, stack, true);
      if (named.refusal().isPresent()) {
        return named.refusal().get();
      }
      Optional<Reply> reply = approve(named.remediation().orElseThrow(), by);
      if (reply.isPresent()) {
        return reply.get();
      }
    }
    return new Reply.Refused("others decide on this plan at this moment", "Try again.");
  }

  private Optional<Reply> approve(Remediation asked, Actor by) throws IOException {
    ApprovalPolicy approval = new ApprovalPolicy(ports.people().now(), ports.directory());
    boolean again = approval.approved(asked, by);
    if (asked.phase() != Phase.AWAITING_APPROVAL) {
      return Optional.of(
          again
              ? new Reply.Done(asked, "You approved this already; it is %s.".formatted(word(asked)))
              : new Reply.Refused(
                  "it is %s already".formatted(word(asked)), "There is nothing left to approve."));
    }
    Plan plan = asked.plan().orElseThrow();
    if (!ledger.now().isBefore(plan.expires())) {
      return Optional.of(
          new Reply.Refused(
              "this plan expired at %s".formatted(plan.expires()), "Ask for a new one."));
    }
    Optional<RemediationPolicy> policy = policies.find(asked.stack());
    if (policy.isEmpty()) {
      return Optional.of(
          new Reply.Refused(
              "the configuration no longer has a remediation for this stack",
              "Add remediation to it."));
    }
    Optional<ApprovalPolicy.Refusal> refusal = approval.refusal(policy.get(), asked, by);
    if (refusal.isPresent()) {
      ledger.audit(asked, by, "approval refused", refusal.get().why());
      return Optional.of(new Reply.Refused(refusal.get().why(), refusal.get().action()));
    }
    if (again || enough(asked, policy.get())) {
      return Optional.of(
          new Reply.Done(asked, "It was approved already: " + asked.outcome() + "."));
    }
    return approve(asked, plan, policy.get(), by);
  }

  private Optional<Reply> approve(Remediation asked, Plan plan, RemediationPolicy policy, Actor by)
      throws IOException {
    Optional<String> closed = Guarding.closed(Policies.guards(policy), ledger.now());
    if (closed.isPresent()) {
      return Optional.of(new Reply.Refused(closed.get(), "Approve it then."));
    }
    List<String> objections = policies.objections(policy, asked);
    if (!objections.isEmpty()) {
      return Optional.of(new Reply.Refused(String.join(" ", objections), "Reject this plan."));
    }
    Remediation approved =
        asked.with(new Approval(by, ledger.now(), plan.sha256(), plan.commit()), ledger.now());
    int missing = ApprovalPolicy.needed(policy) - counted(approved);
    String outcome =
        missing > 0
            ? "%d more must approve".formatted(missing)
            : "approved, and about to be applied";
    ledger.audit(
        asked, by, "plan approved", "%s of commit %s".formatted(plan.sha256(), plan.commit()));
    return ledger
        .quietly(asked, approved.saying(outcome, ledger.now()))
        .map(written -> new Reply.Done(written, Policies.sentence(outcome) + "."));
  }

  /** Ends what is not yet being applied. */
  Reply reject(String token, Actor by, Optional<String> stack, String because) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      Named named = Named.find(ports.store(), token, stack, false);
      if (named.refusal().isPresent()) {
        return named.refusal().get();
      }
      Remediation asked = named.remediation().orElseThrow();
      if (!asked.phase().next().contains(Phase.REJECTED)) {
        return new Reply.Refused(
            "it is %s already".formatted(word(asked)), "It cannot be rejected.");
      }
      String why = because.isBlank() ? "" : ": " + because;
      Optional<Remediation> written =
          ledger.write(
              asked,
              asked.to(Phase.REJECTED, "rejected by %s%s".formatted(by, why), ledger.now()),
              by,
              "rejected");
      if (written.isPresent()) {
        return new Reply.Done(written.get(), "It was rejected, and will not be applied.");
      }
    }
    return new Reply.Refused("others decide on this plan at this moment", "Try again.");
  }

  /** Whether as many as need be have approved this very plan, or a rule that still may has. */
  static boolean enough(Remediation remediation, RemediationPolicy policy) {
    boolean byRule =
        Policies.consent(policy, remediation.answer()) == Consent.AUTO
            && remediation.approvals().stream()
                .anyMatch(
                    each -> each.by().realm() == Actor.Realm.POLICY && counts(remediation, each));
    return byRule || counted(remediation) >= ApprovalPolicy.needed(policy);
  }

  private static int counted(Remediation remediation) {
    return (int)
        remediation.approvals().stream()
            .filter(each -> each.by().realm() != Actor.Realm.POLICY && counts(remediation, each))
            .count();
  }

  private static boolean counts(Remediation remediation, Approval approval) {
    return remediation
        .plan()
        .filter(plan -> plan.sha256().equals(approval.sha256()))
        .filter(plan -> plan.commit().equals(approval.commit()))
        .isPresent();
  }

  private static String word(Remediation remediation) {
    return Phases.word(remediation.phase());
  }
}
