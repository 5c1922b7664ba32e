package dev.plumbline.remediation.steps;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Auto;
import dev.plumbline.engine.config.RemediationPolicy.Response;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Finding.Decision;
import dev.plumbline.engine.store.Finding.Verb;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Remediations.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers drift by the configuration's rules, after a scan that was remembered. It asks as anybody
 * does, within the same guards; a rule's approval counts only for a plan that destroys nothing.
 */
public final class Automatic {

  /** As often a day may a rule answer the same drift: more is a fight with somebody. */
  private static final int MOST_A_DAY = 3;

  private static final int HISTORY = 50;

  private final Remediations remediations;
  private final Ports ports;

  public Automatic(Remediations remediations, Ports ports) {
    this.remediations = remediations;
    this.ports = ports;
  }

  /**
   * Does what the rules say of that report. One remediation at a time: what another rule would
   * answer is answered after the next scan.
   *
   * @return what became of the request; empty where no rule asks for anything
   */
  public Optional<Reply> answer(StackReport report) throws IOException {
    Optional<RemediationPolicy> policy = new Policies(ports).find(report.stack());
    if (policy.isEmpty() || policy.get().auto().isEmpty()) {
      return Optional.empty();
    }
    for (var entry : Ruled.of(policy.get().auto(), report).entrySet()) {
      Auto rule = entry.getKey();
      List<ResourceReport> drifted = entry.getValue();
      switch (rule.answer()) {
        case IGNORE -> ignore(report.stack(), rule, drifted);
        case REVERT, ACCEPT -> {
          Optional<Reply> reply = ask(report.stack(), rule, drifted);
          if (reply.isPresent()) {
            return reply;
          }
        }
      }
    }
    return Optional.empty();
  }

  private void ignore(String stack, Auto rule, List<ResourceReport> drifted) throws IOException {
    Set<String> undecided =
        ports.stacks().findings(stack).stream()
            .filter(finding -> finding.resolved().isEmpty() && finding.decision().isEmpty())
            .map(Finding::fingerprint)
            .collect(Collectors.toSet());
    List<String> prints =
        drifted.stream().map(ResourceReport::fingerprint).filter(undecided::contains).toList();
    if (!prints.isEmpty()) {
      ports
          .stacks()
          .decided(
              stack, prints, new Decision(Verb.IGNORED, by(rule), ports.clock().instant(), ""));
    }
  }

  private Optional<Reply> ask(String stack, Auto rule, List<ResourceReport> drifted)
      throws IOException {
    Answer answer = rule.answer() == Response.REVERT ? Answer.REVERT : Answer.ACCEPT;
    List<Remediation> history = ports.store().of(stack, HISTORY);
    List<ResourceReport> worth =
        drifted.stream().filter(resource -> worth(history, answer, resource)).toList();
    if (worth.isEmpty() || ports.store().open(stack).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        remediations.request(
            new Request(
                stack,
                answer,
                worth.stream().map(ResourceReport::address).collect(Collectors.toSet()),
                false,
                false,
                by(rule),
                new Origin.Policy())));
  }

  /** Not where the same answer to the same drift came to nothing, or had to be given often. */
  private boolean worth(List<Remediation> history, Answer answer, ResourceReport resource) {
    List<Remediation> before =
        history.stream()
            .filter(each -> each.requester().realm() == Realm.POLICY && each.answer() == answer)
            .filter(each -> each.scope().contains(resource.address()))
            .filter(
                each -> resource.fingerprint().equals(each.basis().drift().get(resource.address())))
            .toList();
    boolean inVain =
        before.stream().anyMatch(each -> each.phase().ended() && each.phase() != Phase.DONE);
    long today =
        before.stream()
            .filter(
                each ->
                    each.requestedAt().isAfter(ports.clock().instant().minus(Duration.ofDays(1))))
            .count();
    return !inVain && today < MOST_A_DAY;
  }

  private static Actor by(Auto rule) {
    return new Actor(Realm.POLICY, rule.when());
  }
}
