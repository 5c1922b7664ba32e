package dev.plumbline.remediation.steps;

import static dev.plumbline.remediation.steps.World.ANA;
import static dev.plumbline.remediation.steps.World.BOB;
import static dev.plumbline.remediation.steps.World.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.config.RemediationPolicy.Guards;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Archives;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.remediation.Runner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposingTest {

  private final World world = new World();

  @Test
  void a_plan_that_would_replace_a_resource_is_refused_and_never_offered() throws Exception {
    world.cloud.plan = "replace";

    refused(world.ask(Answer.REVERT), "replace aws_sqs_queue.jobs");
  }

  @Test
  void unless_the_policy_names_it() throws Exception {
    world.cloud.plan = "replace";
    world.guards =
        new Guards(Optional.empty(), Optional.empty(), List.of(new Glob(QUEUE)), Optional.empty());

    assertThat(world.ask(Answer.REVERT).phase()).isEqualTo(Phase.AWAITING_APPROVAL);
  }

  @Test
  void a_plan_made_before_somebody_else_applied_is_refused() throws Exception {
    world.cloud.plannedSerial = 8;

    refused(world.ask(Answer.REVERT), "the state's serial is 8, not 7");
  }

  @Test
  void a_plan_that_rolls_out_unreleased_code_says_so() throws Exception {
    world.cloud.plan = "extra";

    refused(world.ask(Answer.REVERT), "also rolls out unreleased changes: aws_sns_topic.new[0]");
  }

  @Test
  void and_may_where_that_was_asked_for() throws Exception {
    world.cloud.plan = "extra";
    Request including =
        new Request(World.STACK, Answer.REVERT, Set.of(), true, false, ANA, new Origin.Api());

    Reply reply = world.remediator.request(including);

    assertThat(((Reply.Done) reply).remediation().phase()).isEqualTo(Phase.AWAITING_APPROVAL);
  }

  @Test
  void a_plan_that_touches_too_much_is_refused() throws Exception {
    world.guards = new Guards(Optional.of(3), Optional.empty());

    refused(world.ask(Answer.REVERT), "touches 4 resources; guards.maxResources allows 3");
  }

  @Test
  void drift_that_changed_while_the_plan_was_made_refuses_it() throws Exception {
    world.cloud.planProgress = new Runner.Progress.Running();
    Remediation asked = world.ask(Answer.REVERT);
    world.stacks.drift.put(QUEUE, "another");
    world.cloud.planProgress = new Runner.Progress.Succeeded();

    refused(world.proceed(asked), "aws_sqs_queue.jobs changed");
  }

  @Test
  void a_refresh_that_would_change_resources_is_refused() throws Exception {
    world.cloud.plan = "revert";

    refused(world.ask(Answer.ACCEPT), "though only the state was to change");
  }

  @Test
  void a_revert_with_nothing_to_do_is_done() throws Exception {
    world.cloud.plan = "empty";

    Remediation done = world.ask(Answer.REVERT);

    assertThat(done.phase()).isEqualTo(Phase.DONE);
    assertThat(done.outcome()).contains("already as the code says");
    assertThat(done.plan()).isEmpty();
    assertThat(world.cloud.objects).isEmpty();
  }

  @Test
  void a_plan_is_bound_to_all_it_was_made_of() throws Exception {
    Plan plan = world.ask(Answer.REVERT).plan().orElseThrow();

    assertThat(plan.commit()).isEqualTo(Archives.COMMIT);
    assertThat(plan.sha256()).hasSize(64);
    assertThat(plan.serial()).isEqualTo(7);
    assertThat(plan.lineage()).isEqualTo(world.cloud.lineage);
    assertThat(plan.expires()).isEqualTo(plan.made().plusSeconds(3_600));
    assertThat(plan.key()).isEqualTo("plans/freeside/remedy0001.tar.gz");
  }

  @Test
  void the_canaries_of_a_plan_are_nowhere() throws Exception {
    Remediation asked = world.ask(Answer.REVERT);
    world.approve(asked, BOB);

    assertThat(world.store.of(World.STACK, 9) + " " + world.trail + " " + world.announced)
        .contains("aws_ssm_parameter.password")
        .doesNotContain("CANARY");
  }

  private void refused(Remediation refused, String why) throws Exception {
    assertThat(refused.phase()).isEqualTo(Phase.FAILED);
    assertThat(refused.plan().orElseThrow().refusals()).anyMatch(each -> each.contains(why));
    assertThat(refused.outcome()).contains(why);
    assertThat(world.cloud.objects).isEmpty();
    assertThat(world.announced).noneMatch(each -> each.phase() == Phase.AWAITING_APPROVAL);
    assertThat(world.approve(refused, BOB)).isInstanceOf(Reply.Refused.class);
    assertThat(world.cloud.applied).isEmpty();
  }
}
