package dev.plumbline.remediation.steps;

import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediation.Approval;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.guard.Guarding;
import dev.plumbline.remediation.plan.PlanArchive;
import dev.plumbline.remediation.plan.PlanException;
import dev.plumbline.remediation.plan.PlanReader;
import dev.plumbline.remediation.plan.PlanText;
import dev.plumbline.remediation.plan.ProposedPlan;
import dev.plumbline.remediation.plan.RunFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Puts a plan before people, where nothing speaks against it. */
final class Proposing {

  private final Ports ports;
  private final Ledger ledger;
  private final Policies policies;
  private final Binding binding;

  Proposing(Ports ports, Ledger ledger, Policies policies) {
    this.ports = ports;
    this.ledger = ledger;
    this.policies = policies;
    this.binding = new Binding(ports);
  }

  Optional<Remediation> propose(
      Remediation planning, RemediationPolicy policy, Run run, PlanBucket.Stored stored)
      throws IOException, PlanException {
    PlanArchive archive = PlanArchive.read(stored.archive().asByteArrayUnsafe());
    ProposedPlan proposed =
        new PlanReader(ports.catalog()).read(archive.planJson().asByteArrayUnsafe());
    check(archive.run(), proposed, policy);
    boolean refreshOnly = planning.answer() == Answer.ACCEPT;
    SequencedMap<String, Step> actions = proposed.actions(refreshOnly);
    if (actions.values().stream().allMatch(step -> step == Step.READ)) {
      return nothingToDo(planning);
    }
    List<String> refusals = refusals(planning, policy, archive.run(), proposed, actions);
    Plan plan =
        binding.plan(
            run,
            stored,
            archive.run(),
            proposed,
            actions,
            new PlanText(ports.catalog()).of(proposed, proposed.steps(refreshOnly)),
            refusals);
    Remediation with = planning.with(plan, ledger.now());
    return refusals.isEmpty() ? offered(planning, with, policy) : refused(planning, with);
  }

  private static void check(RunFacts run, ProposedPlan proposed, RemediationPolicy policy)
      throws PlanException {
    if (proposed.errored() || (run.exitCode() != 0 && run.exitCode() != 2)) {
      throw new PlanException("the plan could not be finished");
    }
    if (run.commit().isEmpty() && policy.source().orElseThrow().repository().isPresent()) {
      throw new PlanException("the run does not say of which commit its plan is");
    }
  }

  private List<String> refusals(
      Remediation planning,
      RemediationPolicy policy,
      RunFacts run,
      ProposedPlan proposed,
      SequencedMap<String, Step> actions)
      throws IOException {
    List<String> beyond = new ArrayList<>(proposed.beyond());
    if (planning.answer() == Answer.ACCEPT && !proposed.steps(false).isEmpty()) {
      beyond.add("changes resources, though only the state was to change");
    }
    List<String> refusals =
        new ArrayList<>(
            Guarding.refusals(
                Policies.guards(policy), planning, actions, run.serial(), run.lineage(), beyond));
    policies.objections(policy, planning).stream()
        .filter(each -> !refusals.contains(each))
        .forEach(refusals::add);
    return refusals;
  }

  private Optional<Remediation> nothingToDo(Remediation planning) throws IOException {
    String why =
        switch (planning.answer()) {
          case REVERT ->
              "it is already as the code says; what still differs is only in the state, and can be"
                  + " accepted";
          case ACCEPT -> "the state already says what is there";
        };
    return ledger.write(
        planning, planning.to(Phase.DONE, why, ledger.now()), Ledger.SELF, "nothing to do");
  }

  private Optional<Remediation> refused(Remediation planning, Remediation with) throws IOException {
    String why = "the plan was refused: " + String.join(" ", with.plan().orElseThrow().refusals());
    return ledger.write(
        planning, with.to(Phase.FAILED, why, ledger.now()), Ledger.SELF, "plan refused");
  }

  private Optional<Remediation> offered(
      Remediation planning, Remediation with, RemediationPolicy policy) throws IOException {
    Plan plan = with.plan().orElseThrow();
    boolean alone =
        with.requester().realm() == Realm.POLICY
            && Policies.consent(policy, with.answer()) == Consent.AUTO
            && !Guarding.destroys(plan.actions());
    Remediation offered =
        with.to(Phase.AWAITING_APPROVAL, "the plan waits for approval", ledger.now());
    if (!alone) {
      return ledger.write(planning, offered, Ledger.SELF, "plan made");
    }
    Remediation approved =
        offered.with(
            new Approval(with.requester(), ledger.now(), plan.sha256(), plan.commit()),
            ledger.now());
    return ledger.write(
        planning,
        approved.saying("a rule approved the plan", ledger.now()),
        with.requester(),
        "plan approved");
  }
}
