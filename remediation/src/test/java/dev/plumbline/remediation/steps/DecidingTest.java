package dev.plumbline.remediation.steps;

import static dev.plumbline.remediation.steps.World.ANA;
import static dev.plumbline.remediation.steps.World.BOB;
import static dev.plumbline.remediation.steps.World.CLEO;
import static dev.plumbline.remediation.steps.World.DAN;
import static dev.plumbline.remediation.steps.World.STACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.config.RemediationPolicy.Approval;
import dev.plumbline.engine.config.RemediationPolicy.Guards;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.people.People;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Runner.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecidingTest {

  private final World world = new World();

  @Test
  void an_approved_plan_is_applied_read_again_and_done() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);

    Remediation done = ((Reply.Done) world.approve(asked, BOB)).remediation();

    assertThat(done.phase()).isEqualTo(Phase.DONE);
    assertThat(world.cloud.applied).hasSize(1);
    assertThat(world.stacks.decided).containsExactlyInAnyOrderElementsOf(World.DRIFT.values());
    assertThat(world.audited())
        .containsExactly(
            "revert requested",
            "plan started",
            "plan made",
            "plan approved",
            "apply claimed",
            "apply cleared",
            "apply started",
            "applied",
            "verified");
  }

  @Test
  void a_second_approval_does_nothing() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.approve(asked, BOB);
    Remediation done = world.now(asked);

    assertThat(world.approve(asked, CLEO)).isInstanceOf(Reply.Refused.class);
    assertThat(world.approve(asked, BOB)).isInstanceOf(Reply.Done.class);
    assertThat(world.now(asked)).isEqualTo(done);
    assertThat(world.cloud.applied).hasSize(1);
  }

  @Test
  void the_requester_cannot_approve_through_any_system() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);

    refused(world.approve(asked, ANA), "asked for it", asked);
    refused(world.approve(asked, new Actor(Realm.SLACK, "U-ana")), "asked for it", asked);
  }

  @Test
  void whoever_was_taken_off_the_list_since_the_plan_was_made_cannot_approve() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.people = new People(List.of());

    refused(world.approve(asked, BOB), "not listed under people", asked);
  }

  @Test
  void nobody_outside_the_teams_can_approve() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);

    refused(world.approve(asked, DAN), "in none of the teams", asked);
    assertThat(world.audited()).contains("approval refused");
  }

  @Test
  void nobody_unknown_to_people_can_approve() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);

    refused(world.approve(asked, World.github("mallory")), "not listed under people", asked);
  }

  @Test
  void as_many_must_approve_as_the_policy_says_and_each_counts_once() throws Exception {
    world.approval = new Approval(List.of("acme/platform"), 2, false);
    Remediation asked = world.ask(Answer.REVERT);

    world.approve(asked, BOB);
    world.approve(asked, new Actor(Realm.SLACK, "U-bob"));
    assertThat(world.now(asked).approvals()).hasSize(1);
    assertThat(world.now(asked).phase()).isEqualTo(Phase.AWAITING_APPROVAL);

    world.approve(asked, CLEO);
    assertThat(world.now(asked).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void a_plan_is_approved_only_at_its_own_stack() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    String token = asked.plan().orElseThrow().token(asked.id());

    refused(world.remediator.approve(token, BOB, Optional.of("other")), "another stack's", asked);
  }

  @Test
  void a_token_names_one_plan_exactly() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);

    for (String token :
        List.of(asked.id(), asked.id() + "-000000000000", "nosuchplan-abababababab", "", "$(x)")) {
      refused(world.remediator.approve(token, BOB, Optional.of(STACK)), "pla", asked);
    }
  }

  @Test
  void an_approval_expires_with_its_plan() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.pass(Duration.ofMinutes(60));

    refused(world.approve(asked, BOB), "expired", asked);
    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.EXPIRED);
    assertThat(world.cloud.objects).isEmpty();
  }

  @Test
  void outside_its_window_nothing_is_approved() throws Exception {
    world.guards = new Guards(Optional.empty(), Optional.of("Sat-Sun 09:00-17:00 UTC"));
    Remediation asked = world.ask(Answer.REVERT);

    refused(world.approve(asked, BOB), "only within Sat-Sun", asked);
  }

  @Test
  void drift_that_changed_since_is_not_approved() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.stacks.drift.put(World.QUEUE, "another");

    refused(world.approve(asked, BOB), "aws_sqs_queue.jobs changed", asked);
  }

  @Test
  void a_rejected_plan_is_deleted_and_never_applied() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);

    Reply reply = world.remediator.reject(asked.id(), DAN, Optional.of(STACK), "not today");

    assertThat(reply).isInstanceOf(Reply.Done.class);
    assertThat(world.now(asked).phase()).isEqualTo(Phase.REJECTED);
    assertThat(world.now(asked).outcome()).contains("github:dan", "not today");
    assertThat(world.cloud.objects).isEmpty();
    refused(world.approve(asked, BOB), "rejected already", asked);
  }

  @Test
  void what_is_being_applied_cannot_be_rejected() throws Exception {
    world.cloud.applyProgress = new Progress.Running();
    Remediation asked = world.ask(Answer.REVERT);
    world.approve(asked, BOB);

    assertThat(world.remediator.reject(asked.id(), ANA, Optional.empty(), ""))
        .isInstanceOf(Reply.Refused.class);
  }

  @Test
  void twenty_people_approving_at_once_apply_once() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);

    atOnce(i -> () -> world.approve(asked, World.github("person" + i)));

    assertThat(world.now(asked).phase()).isEqualTo(Phase.DONE);
    assertThat(world.now(asked).approvals()).hasSize(1);
    assertThat(world.cloud.applied).hasSize(1);
    assertThat(world.cloud.serial).isEqualTo(8);
  }

  @Test
  void twenty_workers_going_on_at_once_apply_once() throws Exception {
    world.approval = new Approval(List.of("acme/platform"), 2, false);
    Remediation asked = world.ask(Answer.REVERT);
    world.approve(asked, BOB);

    atOnce(
        i ->
            i % 2 == 0
                ? () -> world.approve(asked, World.github("person" + i))
                : () -> world.remediator.proceed(asked.id()));

    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.DONE);
    assertThat(world.cloud.applied).hasSize(1);
  }

  private static void atOnce(IntFunction<Callable<?>> acts) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      List<Future<?>> running = new ArrayList<>();
      IntStream.range(0, 20).forEach(i -> running.add(threads.submit(acts.apply(i))));
      for (Future<?> each : running) {
        each.get();
      }
    }
  }

  private void refused(Reply reply, String why, Remediation asked) {
    assertThat(reply).isInstanceOf(Reply.Refused.class);
    assertThat(((Reply.Refused) reply).why()).contains(why);
    assertThat(((Reply.Refused) reply).action()).isNotBlank();
    assertThat(world.now(asked).approvals()).isEmpty();
    assertThat(world.cloud.applied).isEmpty();
  }
}
