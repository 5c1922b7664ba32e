package dev.plumbline.remediation.approve;

import dev.plumbline.engine.config.Person;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Approval;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.people.People;
import dev.plumbline.remediation.Directory;
import dev.plumbline.remediation.Remediation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Whose approval of a plan counts: a listed person's, of one of the policy's teams, and not the
 * requester's. Where it cannot be told that approver and requester are two people, they are taken
 * for one. Thread-safe.
 */
public final class ApprovalPolicy {

  private static final Approval USUAL = new Approval(List.of(), 1, false);

  private final People people;
  private final Directory directory;

  public ApprovalPolicy(People people, Directory directory) {
    this.people = people;
    this.directory = directory;
  }

  /**
   * Why it does not count.
   *
   * @param why what is missing
   * @param action what to do
   */
  public record Refusal(String why, String action) {}

  /** Why that actor's approval of the remediation does not count; empty where it does. */
  public Optional<Refusal> refusal(RemediationPolicy policy, Remediation asked, Actor by)
      throws IOException {
    Approval rules = policy.approval().orElse(USUAL);
    if (alone(rules, asked.requester(), by)) {
      return Optional.empty();
    }
    Optional<Person> person = people.person(by);
    if (person.isEmpty()) {
      return Optional.of(
          new Refusal(
              "%s is not listed under people, and so may ask and not approve".formatted(by),
              "Somebody listed there has to approve."));
    }
    if (!rules.requesterMayApprove() && !another(asked.requester(), by, person.get())) {
      return Optional.of(requester(asked.requester(), by));
    }
    return outside(rules, person.get(), by);
  }

  /**
   * Whoever runs the tool with credentials of their own is known to nobody, and could as well apply
   * without asking; so they may approve for themselves where the policy asks for nobody else.
   */
  private static boolean alone(Approval rules, Actor requester, Actor by) {
    return by.realm() == Realm.LOCAL && by.equals(requester) && forThemselves(rules);
  }

  private static boolean forThemselves(Approval rules) {
    return rules.requesterMayApprove() && rules.count() == 1 && rules.teams().isEmpty();
  }

  /** Whether whoever runs the tool with credentials of their own may approve what they asked. */
  public static boolean forThemselves(RemediationPolicy policy) {
    return forThemselves(policy.approval().orElse(USUAL));
  }

  /** How many different people have to approve. */
  public static int needed(RemediationPolicy policy) {
    return policy.approval().orElse(USUAL).count();
  }

  /** Whether that person has approved already, through whatever system. */
  public boolean approved(Remediation remediation, Actor by) {
    return remediation.approvals().stream().anyMatch(each -> people.same(each.by(), by));
  }

  /**
   * A requester whom nobody knows may be the approver under another system's name, unless the
   * approver's name in that system is known too.
   */
  private boolean another(Actor requester, Actor by, Person approver) {
    if (people.same(requester, by)) {
      return false;
    }
    return people.person(requester).isPresent()
        || switch (requester.realm()) {
          case GITHUB -> approver.github().isPresent();
          case SLACK -> approver.slack().isPresent();
          case AWS -> approver.aws().isPresent();
          case LOCAL -> false;
          case POLICY -> true;
        };
  }

  private Refusal requester(Actor requester, Actor by) {
    return people.same(requester, by)
        ? new Refusal("%s asked for it".formatted(by), "Somebody else has to approve.")
        : new Refusal(
            "it cannot be told that %s and %s, who asked, are two people".formatted(by, requester),
            requester.realm() == Realm.LOCAL
                ? "Ask where people are known: on the issue, in Slack or through the API."
                : "List under people who %s is.".formatted(requester));
  }

  private Optional<Refusal> outside(Approval rules, Person person, Actor by) throws IOException {
    if (rules.teams().isEmpty()) {
      return Optional.empty();
    }
    for (String team : rules.teams()) {
      if (person.github().isPresent() && directory.isMember(team, person.github().get())) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Refusal(
            "%s is in none of the teams whose approval counts: %s"
                .formatted(by, String.join(", ", rules.teams())),
            "Somebody of these teams has to approve."));
  }
}
