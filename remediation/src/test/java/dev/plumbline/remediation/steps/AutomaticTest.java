package dev.plumbline.remediation.steps;

import static dev.plumbline.remediation.steps.World.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.RemediationPolicy.Auto;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.config.RemediationPolicy.Guards;
import dev.plumbline.engine.config.RemediationPolicy.Response;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutomaticTest {

  private static final Auto BY_HAND =
      new Auto(
          Response.REVERT,
          "resource.address == \"aws_sqs_queue.jobs\" && resource.cause.via == \"console\"");

  private final World world = new World();
  private final Automatic automatic = new Automatic(world.remediator, world.ports);

  @BeforeEach
  void setUp() {
    world.revert = Consent.AUTO;
    world.auto = List.of(BY_HAND);
    world.cloud.plan = "targeted";
  }

  @Test
  void what_a_rule_says_is_done_without_anybody_and_only_that() throws Exception {
    Remediation done = ((Reply.Done) answered("console").orElseThrow()).remediation();

    assertThat(done.phase()).isEqualTo(Phase.DONE);
    assertThat(done.addresses()).containsExactly(QUEUE);
    assertThat(done.requester().realm()).isEqualTo(Realm.POLICY);
    assertThat(done.requester().id()).isEqualTo(BY_HAND.when());
    assertThat(done.approvals())
        .singleElement()
        .satisfies(each -> assertThat(each.by()).isEqualTo(done.requester()));
  }

  @Test
  void what_no_rule_speaks_of_is_left_alone() throws Exception {
    assertThat(answered("deploy")).isEmpty();
    assertThat(world.cloud.planned).isEmpty();
  }

  @Test
  void without_consent_a_rule_does_nothing() throws Exception {
    world.revert = Consent.APPROVAL;

    assertThat(answered("console").orElseThrow()).isInstanceOf(Reply.Refused.class);
    assertThat(world.cloud.planned).isEmpty();
  }

  @Test
  void a_plan_that_replaces_waits_for_people_even_where_the_policy_names_it() throws Exception {
    world.cloud.plan = "replace";
    world.auto = List.of(new Auto(Response.REVERT, "true"));
    world.guards =
        new Guards(Optional.empty(), Optional.empty(), List.of(new Glob("*")), Optional.empty());

    Remediation waiting = ((Reply.Done) answered("console").orElseThrow()).remediation();

    assertThat(waiting.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(waiting.approvals()).isEmpty();
    assertThat(world.approve(waiting, World.BOB)).isInstanceOf(Reply.Done.class);
    assertThat(world.now(waiting).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void the_guards_hold_for_rules_too() throws Exception {
    world.cloud.plan = "revert";

    Remediation refused = ((Reply.Done) answered("console").orElseThrow()).remediation();

    assertThat(refused.phase()).isEqualTo(Phase.FAILED);
    assertThat(world.cloud.applied).isEmpty();
  }

  @Test
  void what_came_to_nothing_is_not_tried_again() throws Exception {
    world.cloud.plan = "revert";
    answered("console");

    assertThat(answered("console")).isEmpty();
    assertThat(world.cloud.planned).hasSize(1);
  }

  @Test
  void what_comes_back_again_and_again_is_left_to_people() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(answered("console")).isPresent();
      world.cloud.drift.putAll(World.DRIFT);
      world.scanned();
      world.pass(Duration.ofHours(1));
    }

    assertThat(answered("console")).isEmpty();
    world.pass(Duration.ofDays(1));
    assertThat(answered("console")).isPresent();
  }

  @Test
  void a_rules_approval_counts_only_while_it_may_approve() throws Exception {
    world.guards = new Guards(Optional.empty(), Optional.of("Wed 12:10-18:00 UTC"));
    Remediation waiting = ((Reply.Done) answered("console").orElseThrow()).remediation();
    assertThat(waiting.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    world.revert = Consent.APPROVAL;
    world.pass(Duration.ofMinutes(20));

    assertThat(world.proceed(waiting).phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    world.revert = Consent.AUTO;
    assertThat(world.proceed(waiting).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void a_rule_does_not_supersede_what_people_asked_for() throws Exception {
    world.cloud.plan = "revert";
    Remediation asked = world.ask(Answer.REVERT);

    assertThat(answered("console")).isEmpty();
    assertThat(world.now(asked).phase()).isEqualTo(Phase.AWAITING_APPROVAL);
  }

  @Test
  void ignoring_is_a_decision_that_is_noted() throws Exception {
    world.auto = List.of(new Auto(Response.IGNORE, "resource.cause.via == \"console\""), BY_HAND);

    assertThat(answered("console")).isEmpty();
    assertThat(world.stacks.decided).containsExactlyInAnyOrderElementsOf(World.DRIFT.values());
  }

  private Optional<Reply> answered(String via) throws Exception {
    StackReport report = world.cloud.scan(World.STACK, World.DRIFT.keySet());
    return automatic.answer(
        new StackReport(
            report.stack(),
            report.environment(),
            report.status(),
            report.error(),
            report.state(),
            report.fingerprint(),
            report.summary(),
            report.resources().stream().map(each -> caused(each, via)).toList(),
            report.unmanaged(),
            report.notes()));
  }

  private static ResourceReport caused(ResourceReport resource, String via) {
    return resource.withCause(new Cause("user/eve", "SetQueueAttributes", World.NOON, via));
  }
}
