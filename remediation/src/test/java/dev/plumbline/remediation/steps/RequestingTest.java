package dev.plumbline.remediation.steps;

import static dev.plumbline.remediation.steps.World.ANA;
import static dev.plumbline.remediation.steps.World.BOB;
import static dev.plumbline.remediation.steps.World.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.config.RemediationPolicy.Runner;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.remediation.Runner.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestingTest {

  private final World world = new World();

  @Test
  void a_request_is_planned_and_the_plan_put_before_people() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);

    assertThat(asked.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(asked.plan().orElseThrow().text()).contains("aws_sqs_queue.jobs");
    assertThat(asked.basis().drift()).isEqualTo(World.DRIFT);
    assertThat(world.announced.getLast()).isEqualTo(asked);
    assertThat(world.cloud.planned.getFirst().targets()).isEmpty();
    assertThat(world.audited()).containsExactly("revert requested", "plan started", "plan made");
  }

  @Test
  void addresses_that_were_asked_for_restrict_the_plan() throws Exception {
    world.cloud.plan = "targeted";

    assertThat(world.ask(Answer.REVERT, QUEUE).phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(world.cloud.planned.getFirst().targets()).containsExactly(QUEUE);
  }

  @Test
  void an_accept_refreshes_what_drifted_and_nothing_else() throws Exception {
    world.cloud.plan = "accept";

    assertThat(world.ask(Answer.ACCEPT).phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(world.cloud.planned.getFirst().refreshOnly()).isTrue();
    assertThat(world.cloud.planned.getFirst().targets())
        .containsExactlyInAnyOrderElementsOf(World.DRIFT.keySet());
  }

  @Test
  void an_unknown_stack_is_refused() throws Exception {
    refused(
        new Request("nowhere", Answer.REVERT, Set.of(), false, false, ANA, new Origin.Api()),
        "no stack is called \"nowhere\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"PULUMI", "CLOUDFORMATION"})
  void a_runner_that_is_not_there_yet_is_refused_with_a_message(Runner runner) throws Exception {
    world.runner = runner;
    refused(World.request(Answer.REVERT), "cannot be remediated yet");
  }

  @Test
  void what_the_policy_never_allows_is_refused() throws Exception {
    world.accept = Consent.NEVER;
    refused(World.request(Answer.ACCEPT), "never lets anybody accept");
  }

  @Test
  void without_drift_there_is_nothing_to_do() throws Exception {
    world.cloud.drift.clear();
    world.scanned();
    refused(World.request(Answer.REVERT), "nothing of freeside drifted");
  }

  @Test
  void a_stack_that_was_never_read_is_refused() throws Exception {
    world.stacks.record = Optional.empty();
    refused(World.request(Answer.REVERT), "never scanned");
  }

  @Test
  void an_address_that_did_not_drift_is_refused() throws Exception {
    refused(
        World.request(Answer.REVERT, QUEUE, "aws_sns_topic.x"), "did not drift: aws_sns_topic.x");
  }

  @Test
  void with_an_open_breaker_nothing_is_started() throws Exception {
    for (int i = 0; i < 50; i++) {
      world.cloud.drift.put("aws_sns_topic.n" + i, "f" + i);
    }
    world.scanned();
    refused(World.request(Answer.REVERT), "drifted or are gone at once");
  }

  @Test
  void a_dry_run_starts_nothing_and_keeps_nothing() throws Exception {
    Request request =
        new Request(World.STACK, Answer.REVERT, Set.of(), false, true, ANA, new Origin.Api());

    assertThat(((Reply.Done) world.remediator.request(request)).next())
        .contains("nothing was started");
    assertThat(world.cloud.planned).isEmpty();
    assertThat(world.store.of(World.STACK, 9)).isEmpty();
    assertThat(world.trail).isEmpty();
    assertThat(world.announced).isEmpty();
  }

  @Test
  void a_request_that_is_delivered_twice_is_one() throws Exception {
    Remediation first = world.ask(Answer.REVERT);

    assertThat(world.ask(Answer.REVERT).id()).isEqualTo(first.id());
    assertThat(world.store.of(World.STACK, 9)).hasSize(1);
  }

  @Test
  void another_request_supersedes_one_that_is_not_yet_being_applied() throws Exception {
    Remediation first = world.ask(Answer.REVERT);
    world.cloud.plan = "accept";

    Remediation second = world.ask(Answer.ACCEPT);

    assertThat(world.now(first).phase()).isEqualTo(Phase.SUPERSEDED);
    assertThat(second.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(world.cloud.objects).containsOnlyKeys(second.plan().orElseThrow().key());
    assertThat(world.approve(first, BOB)).isInstanceOf(Reply.Refused.class);
  }

  @Test
  void what_is_being_applied_is_not_superseded() throws Exception {
    world.cloud.applyProgress = new Progress.Running();
    world.approve(world.ask(Answer.REVERT), BOB);
    refused(World.request(Answer.ACCEPT), "being applied");
  }

  @Test
  void a_plan_that_cannot_be_made_says_why() throws Exception {
    world.cloud.planProgress = new Progress.Failed("init failed");

    Remediation failed = world.ask(Answer.REVERT);

    assertThat(failed.phase()).isEqualTo(Phase.FAILED);
    assertThat(failed.outcome()).contains("init failed");
    assertThat(world.cloud.objects).isEmpty();
  }

  @Test
  void a_plan_that_takes_too_long_is_not_waited_for() throws Exception {
    world.cloud.planProgress = new Progress.Running();
    Remediation asked = world.ask(Answer.REVERT);
    assertThat(asked.phase()).isEqualTo(Phase.PLANNING);

    world.pass(Duration.ofMinutes(61));

    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.EXPIRED);
  }

  @Test
  void a_run_that_left_nothing_failed() throws Exception {
    world.cloud.planProgress = new Progress.Running();
    Remediation asked = world.ask(Answer.REVERT);
    world.cloud.objects.clear();
    world.cloud.planProgress = new Progress.Succeeded();

    assertThat(world.proceed(asked).outcome()).contains("left no plan");
  }

  private void refused(Request request, String why) throws Exception {
    Reply reply = world.remediator.request(request);

    assertThat(reply).isInstanceOf(Reply.Refused.class);
    assertThat(((Reply.Refused) reply).why()).contains(why);
    assertThat(((Reply.Refused) reply).action()).isNotBlank();
    assertThat(world.store.of("nowhere", 9)).isEmpty();
    assertThat(world.cloud.planned).hasSizeLessThanOrEqualTo(1);
  }
}
