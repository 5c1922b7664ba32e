package dev.plumbline.remediation.approve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.engine.config.Person;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Approval;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.people.People;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Requests;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalPolicyTest {

  private static final People PEOPLE =
      new People(
          List.of(
              new Person(Optional.of("ana"), Optional.of("U0ANA"), Optional.of("ana@acme.example")),
              new Person(Optional.of("bob"), Optional.of("U0BOB"), Optional.empty()),
              new Person(Optional.empty(), Optional.of("U0EVE"), Optional.empty())));

  /** Bob alone is in the team. */
  private static final ApprovalPolicy POLICY =
      new ApprovalPolicy(
          PEOPLE, (team, login) -> team.equals("acme/platform") && login.equals("bob"));

  @ParameterizedTest(name = "{0} asked, {1} approves: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "GITHUB:ana, GITHUB:bob, -",
        "GITHUB:ana, SLACK:U0BOB, -",
        "GITHUB:ana, GITHUB:ANA, asked for it",
        "GITHUB:ana, SLACK:U0ANA, asked for it",
        "SLACK:U0BOB, GITHUB:bob, asked for it",
        "AWS:ana@acme.example, GITHUB:bob, -",
        "GITHUB:ana, GITHUB:mallory, not listed under people",
        "GITHUB:ana, LOCAL:bob, not listed under people",
        "GITHUB:ana, POLICY:true, not listed under people",
        "GITHUB:bob, GITHUB:ana, none of the teams",
        "GITHUB:ana, SLACK:U0EVE, none of the teams",
        "GITHUB:mallory, GITHUB:bob, -",
        "SLACK:U0MALLORY, GITHUB:bob, -",
        "AWS:robert@acme.example, GITHUB:bob, two people",
        "LOCAL:bob, GITHUB:bob, two people",
        "POLICY:true, GITHUB:bob, -"
      })
  void an_approval_counts_or_not(String requester, String approver, String why) throws Exception {
    Optional<String> refusal =
        POLICY
            .refusal(
                policy(new Approval(List.of("acme/platform"), 1, false)),
                asked(requester),
                actor(approver))
            .map(ApprovalPolicy.Refusal::why);

    if (why == null) {
      assertThat(refusal).isEmpty();
    } else {
      assertThat(refusal.orElseThrow()).contains(why);
    }
  }

  @Test
  void the_requester_may_where_the_policy_says_so() throws Exception {
    RemediationPolicy lenient = policy(new Approval(List.of("acme/platform"), 1, true));

    assertThat(POLICY.refusal(lenient, asked("GITHUB:bob"), actor("GITHUB:bob"))).isEmpty();
    assertThat(POLICY.refusal(lenient, asked("GITHUB:eve"), actor("GITHUB:eve"))).isPresent();
  }

  @Test
  void who_runs_it_alone_may_approve_for_themselves_where_nobody_else_is_asked_for()
      throws Exception {
    assertThat(alone(new Approval(List.of(), 1, true), "LOCAL:eve")).isEmpty();
    assertThat(alone(new Approval(List.of(), 1, true), "LOCAL:mallory")).isPresent();
    assertThat(alone(new Approval(List.of(), 1, false), "LOCAL:eve")).isPresent();
    assertThat(alone(new Approval(List.of(), 2, true), "LOCAL:eve")).isPresent();
    assertThat(alone(new Approval(List.of("acme/platform"), 1, true), "LOCAL:eve")).isPresent();
  }

  private static Optional<ApprovalPolicy.Refusal> alone(Approval rules, String approver)
      throws IOException {
    return POLICY.refusal(policy(rules), asked("LOCAL:eve"), actor(approver));
  }

  @Test
  void without_teams_anybody_listed_may() throws Exception {
    assertThat(
            POLICY.refusal(
                policy(new Approval(List.of(), 1, false)),
                asked("GITHUB:ana"),
                actor("SLACK:U0EVE")))
        .isEmpty();
  }

  @Test
  void one_person_through_two_systems_has_approved_once() {
    Remediation approved =
        asked("GITHUB:ana")
            .with(
                new Remediation.Approval(actor("GITHUB:bob"), Requests.NOON, "", ""),
                Requests.NOON);

    assertThat(POLICY.approved(approved, actor("SLACK:U0BOB"))).isTrue();
    assertThat(POLICY.approved(approved, actor("SLACK:U0EVE"))).isFalse();
  }

  @Test
  void a_team_that_cannot_be_asked_about_approves_nothing() {
    ApprovalPolicy down =
        new ApprovalPolicy(
            PEOPLE,
            (_, _) -> {
              throw new IOException("down");
            });

    assertThatThrownBy(
            () ->
                down.refusal(
                    policy(new Approval(List.of("acme/platform"), 1, false)),
                    asked("GITHUB:ana"),
                    actor("GITHUB:bob")))
        .isInstanceOf(IOException.class);
  }

  private static Remediation asked(String requester) {
    return Requests.by(actor(requester), Answer.REVERT, false);
  }

  private static Actor actor(String text) {
    String[] parts = text.split(":", 2);
    return new Actor(Realm.valueOf(parts[0]), parts[1]);
  }

  private static RemediationPolicy policy(Approval approval) {
    return new RemediationPolicy(
        RemediationPolicy.Runner.TERRAFORM,
        Optional.empty(),
        Consent.APPROVAL,
        Consent.APPROVAL,
        Optional.of(approval),
        Optional.empty());
  }
}
