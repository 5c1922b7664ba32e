package dev.plumbline.remediation.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Runner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process is killed at each call of a port in turn, before it and after it, and comes back at
 * once or so late that the last look at reality is stale.
 */
class KilledTest {

  /** More than any remediation makes, which a test of its own asserts. */
  private static final int CALLS = 90;

  record Kill(Answer answer, int call, boolean after, Duration away) {}

  static Stream<Kill> lateKills() {
    return kills().filter(kill -> !kill.away().isZero());
  }

  static Stream<Kill> kills() {
    List<Kill> kills = new ArrayList<>();
    for (Answer answer : Answer.values()) {
      for (int call = 1; call <= CALLS; call++) {
        for (Duration away : List.of(Duration.ZERO, Duration.ofSeconds(90))) {
          kills.add(new Kill(answer, call, false, away));
          kills.add(new Kill(answer, call, true, away));
        }
      }
    }
    return kills.stream();
  }

  @ParameterizedTest
  @MethodSource("kills")
  void it_ends_in_the_right_state_and_applies_once(Kill kill) throws Exception {
    World world = new World();
    world.cloud.plan = kill.answer() == Answer.ACCEPT ? "small-accept" : "small-revert";
    world.cloud.check = "small-none";
    world.tripwire.set(kill.call(), kill.after());

    Remediation ended = story(world, kill);

    assertThat(ended.phase()).as(ended.outcome()).isEqualTo(Phase.DONE);
    assertThat(world.cloud.applied).hasSize(1);
    assertThat(world.cloud.serial).isEqualTo(8);
    assertThat(world.cloud.drift).isEmpty();
    assertThat(world.stacks.drift).isEmpty();
    assertThat(world.stacks.decided).hasSizeGreaterThanOrEqualTo(4);
    assertThat(world.cloud.objects).isEmpty();
    assertThat(world.announced.getLast()).isEqualTo(ended);
    assertThat(world.audited())
        .contains("plan approved", "apply started", "applied", "verified")
        .contains(kill.answer() == Answer.ACCEPT ? "accept requested" : "revert requested");
    assertThat(world.store.of(World.STACK, 10)).hasSize(1);
    assertThat(ended.approvals()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("lateKills")
  void a_failed_apply_stays_failed_and_is_not_tried_again(Kill kill) throws Exception {
    World world = new World();
    world.cloud.plan = kill.answer() == Answer.ACCEPT ? "small-accept" : "small-revert";
    world.cloud.applyWorks = false;
    world.cloud.applyProgress = new Runner.Progress.Failed("no rights");
    world.cloud.check = "small-none";
    world.tripwire.set(kill.call(), kill.after());

    Remediation ended = story(world, kill);

    assertThat(ended.phase()).isEqualTo(Phase.FAILED);
    assertThat(ended.outcome()).contains("no rights", "Unchanged: aws_iam_role.app");
    assertThat(world.cloud.applied).hasSize(1);
    assertThat(world.cloud.objects).isEmpty();
  }

  @Test
  void every_call_of_a_remediation_was_killed() throws Exception {
    for (Answer answer : Answer.values()) {
      World world = new World();
      world.cloud.plan = answer == Answer.ACCEPT ? "small-accept" : "small-revert";
      world.cloud.check = "small-none";
      world.tripwire.set(CALLS, false);

      story(world, new Kill(answer, CALLS, false, Duration.ZERO));

      assertThat(world.tripwire.sprung()).isFalse();
    }
  }

  /** Each act is delivered again until it has come through, as a queue does it. */
  private static Remediation story(World world, Kill kill) throws IOException {
    delivered(world, kill, () -> world.remediator.request(World.request(kill.answer())));
    Remediation asked = world.store.of(World.STACK, 1).getFirst();
    delivered(world, kill, () -> world.remediator.proceed(asked.id()));
    Remediation planned = world.now(asked);
    String token = planned.plan().orElseThrow().token(planned.id());
    delivered(
        world, kill, () -> world.remediator.approve(token, World.BOB, Optional.of(World.STACK)));
    delivered(world, kill, () -> world.remediator.proceed(asked.id()));
    delivered(world, kill, () -> world.remediator.proceed(asked.id()));
    return world.now(asked);
  }

  private interface Act {
    Object act() throws IOException;
  }

  private static void delivered(World world, Kill kill, Act act) throws IOException {
    try {
      act.act();
    } catch (Tripwire.Killed _) {
      world.pass(kill.away());
      act.act();
    }
  }
}
