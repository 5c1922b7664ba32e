package dev.plumbline.remediation.steps;

import static dev.plumbline.remediation.steps.World.BOB;
import static dev.plumbline.remediation.steps.World.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.RemediationPolicy.Approval;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.config.RemediationPolicy.Guards;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Runner.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplyingTest {

  private final World world = new World();

  @Test
  void a_lock_held_by_another_is_waited_for_then_given_up_with_a_message() throws Exception {
    world.cloud.holder = Optional.of("eve@laptop");
    Remediation asked = approved(Answer.REVERT);
    assertThat(asked.phase()).isEqualTo(Phase.APPLYING);
    assertThat(asked.outcome()).contains("held by eve@laptop");

    world.pass(Duration.ofMinutes(9));
    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.APPLYING);

    world.pass(Duration.ofMinutes(1));
    Remediation failed = world.proceed(asked);
    assertThat(failed.phase()).isEqualTo(Phase.FAILED);
    assertThat(failed.outcome()).contains("given up after 10 minutes", "eve@laptop");
    assertThat(world.cloud.applied).isEmpty();
  }

  @Test
  void a_lock_that_is_released_in_time_lets_it_go_on() throws Exception {
    world.cloud.holder = Optional.of("eve@laptop");
    Remediation asked = approved(Answer.REVERT);
    world.cloud.holder = Optional.empty();

    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void a_state_that_is_changing_is_waited_for_too() throws Exception {
    world.cloud.scan = StackStatus.DEFERRED;
    Remediation asked = approved(Answer.REVERT);
    assertThat(asked.phase()).isEqualTo(Phase.APPLYING);

    world.cloud.scan = StackStatus.SCANNED;
    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void drift_that_is_another_at_the_last_look_is_not_touched() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.cloud.drift.put(QUEUE, "another");

    stopped(asked, "aws_sqs_queue.jobs changed");
  }

  @Test
  void drift_that_went_away_is_not_touched_either() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.cloud.drift.remove(QUEUE);

    stopped(asked, "aws_sqs_queue.jobs changed");
  }

  @Test
  void what_cannot_be_read_at_the_last_look_is_not_touched() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.cloud.unreadable.add(QUEUE);

    stopped(asked, "could not be read");
  }

  @Test
  void a_state_that_somebody_else_applied_to_is_not_touched() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.cloud.serial = 8;

    stopped(asked, "serial is 8, not 7");
  }

  @Test
  void a_state_of_another_lineage_is_not_touched() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.cloud.lineage = "another";

    stopped(asked, "lineage");
  }

  @Test
  void what_was_approved_in_the_window_waits_where_that_closed() throws Exception {
    world.approval = new Approval(List.of(), 2, false);
    world.guards = new Guards(Optional.empty(), Optional.of("Wed 09:00-12:30 UTC"));
    Remediation asked = approved(Answer.REVERT);
    world.approval = new Approval(List.of(), 1, false);
    world.pass(Duration.ofMinutes(31));

    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(world.now(asked).outcome()).contains("only within");
    world.pass(Duration.ofMinutes(30));
    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.EXPIRED);
  }

  @Test
  void a_policy_that_changed_since_stops_it() throws Exception {
    world.approval = new Approval(List.of(), 2, false);
    Remediation asked = approved(Answer.REVERT);
    world.approval = new Approval(List.of(), 1, false);
    world.revert = Consent.NEVER;

    assertThat(world.proceed(asked).outcome()).contains("no longer allows");
    assertThat(world.cloud.applied).isEmpty();
  }

  @Test
  void a_partial_apply_says_what_changed_and_opens_the_breaker() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.cloud.applyProgress = new Progress.Running();
    world.approve(asked, BOB);
    world.cloud.drift.putAll(World.DRIFT);
    world.cloud.drift.remove(QUEUE);
    world.cloud.applyProgress = new Progress.Failed("AccessDenied");

    Remediation failed = world.proceed(asked);

    assertThat(failed.phase()).isEqualTo(Phase.FAILED);
    assertThat(failed.outcome())
        .contains("AccessDenied", "No longer drifted: aws_sqs_queue.jobs", "Unchanged: aws_iam");
    assertThat(world.stacks.drift).doesNotContainKey(QUEUE);
    assertThat(((Reply.Refused) world.remediator.request(World.request(Answer.REVERT))).why())
        .contains("the last apply failed");
    world.pass(Duration.ofMinutes(1));
    world.scanned();
    assertThat(world.remediator.request(World.request(Answer.REVERT)))
        .isInstanceOf(Reply.Done.class);
  }

  @Test
  void what_still_differs_after_an_apply_is_no_success() throws Exception {
    world.cloud.applyWorks = false;

    Remediation failed = approved(Answer.REVERT);

    assertThat(failed.phase()).isEqualTo(Phase.FAILED);
    assertThat(failed.outcome()).contains("still differs", QUEUE);
    assertThat(world.stacks.decided).isEmpty();
  }

  @Test
  void an_apply_that_takes_long_is_waited_for() throws Exception {
    world.cloud.applyProgress = new Progress.Running();
    Remediation asked = approved(Answer.REVERT);
    world.pass(Duration.ofMinutes(90));
    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.APPLYING);

    world.cloud.applyProgress = new Progress.Succeeded();

    assertThat(world.proceed(asked).phase()).isEqualTo(Phase.DONE);
    assertThat(world.cloud.applied).hasSize(1);
  }

  @Test
  void after_an_accept_the_code_is_asked_and_may_say_the_same() throws Exception {
    world.cloud.plan = "accept";

    Remediation done = approved(Answer.ACCEPT);

    assertThat(done.phase()).isEqualTo(Phase.DONE);
    assertThat(done.codeCheck().orElseThrow().state()).isEqualTo(CodeCheck.State.UPDATED);
    assertThat(world.cloud.objects).isEmpty();
    assertThat(world.cloud.planned.getLast().refreshOnly()).isFalse();
  }

  @Test
  void accepted_and_code_not_updated_is_kept_until_it_is() throws Exception {
    world.cloud.plan = "accept";
    world.cloud.check = "extra";

    Remediation done = approved(Answer.ACCEPT);

    CodeCheck check = done.codeCheck().orElseThrow();
    assertThat(check.state()).isEqualTo(CodeCheck.State.NOT_UPDATED);
    assertThat(check.differing())
        .containsEntry(QUEUE, Step.UPDATE)
        .doesNotContainKey("aws_sns_topic.new[0]");
    assertThat(check.text()).contains("visibility_timeout_seconds").doesNotContain("CANARY");
    assertThat(done.outcome()).startsWith("accepted, code not updated");

    world.pass(Duration.ofDays(1));
    assertThat(checked(done).state()).isEqualTo(CodeCheck.State.NOT_UPDATED);
    world.cloud.check = "empty";
    world.pass(Duration.ofDays(1));
    assertThat(checked(done).state()).isEqualTo(CodeCheck.State.UPDATED);
    assertThat(world.cloud.objects).isEmpty();
    int plans = world.cloud.planned.size();
    checked(done);
    assertThat(world.cloud.planned).hasSize(plans);
  }

  @Test
  void code_that_cannot_be_asked_leaves_the_accept_done_and_says_so() throws Exception {
    world.cloud.plan = "accept";
    world.cloud.checkProgress = new Progress.Failed("init failed");

    Remediation done = approved(Answer.ACCEPT);

    assertThat(done.phase()).isEqualTo(Phase.DONE);
    assertThat(done.codeCheck().orElseThrow().state()).isEqualTo(CodeCheck.State.UNKNOWN);
    assertThat(done.outcome()).contains("init failed");
  }

  private CodeCheck checked(Remediation done) throws Exception {
    return world.remediator.checkCode(done.id()).orElseThrow().codeCheck().orElseThrow();
  }

  private Remediation approved(Answer answer) throws Exception {
    return ((Reply.Done) world.approve(world.ask(answer), BOB)).remediation();
  }

  private void stopped(Remediation asked, String why) throws Exception {
    world.approve(asked, BOB);
    Remediation failed = world.now(asked);
    assertThat(failed.phase()).isEqualTo(Phase.FAILED);
    assertThat(failed.outcome()).contains("nothing was applied", why);
    assertThat(world.cloud.applied).isEmpty();
    assertThat(world.cloud.objects).isEmpty();
  }
}
