package dev.plumbline.wiring.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.wiring.work.Batch.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTest {

  private static final Duration LEFT = Duration.ofMinutes(5);
  private static final Actor ANA = new Actor(Actor.Realm.GITHUB, "ana");
  private static final Origin COMMENT = new Origin.Comment("acme/infra", 12, 4711);

  private Instant now = FakeRemediations.NOW;
  private final FakeRemediations remediations = new FakeRemediations();
  private final FakeDeliveries deliveries = new FakeDeliveries(() -> now);
  private final List<String> replies = new ArrayList<>();
  private final Batch commands = batch(Desk.COMMANDS);

  private Batch batch(Desk desk) {
    return new Batch(desk, clerk(), deliveries, 3, () -> now);
  }

  private Clerk clerk() {
    return new Clerk(
        remediations,
        _ -> {
          throw new IllegalStateException("secret");
        },
        _ -> {},
        _ -> new IgnoreProposals.Proposal.Present(),
        (_, _) -> true,
        new FakeStacks(),
        new FakeAudit(),
        (_, mood, _) -> replies.add(mood.name()),
        () -> now);
  }

  private static String body(String once, Work work) {
    return new WorkJson().write(new WorkJson.Message(once, work));
  }

  private static Work ask() {
    return new Work.Ask(
        new Remediations.Request("freeside", Answer.REVERT, Set.of(), false, false, ANA, COMMENT));
  }

  @Test
  void one_that_cannot_be_done_holds_up_no_other() {
    List<String> failed =
        commands.carryOut(
            List.of(
                new Message("1", "no work at all", 1),
                new Message("2", body("a", new Work.Rescan("s", "freeside", ANA, COMMENT)), 1),
                new Message("3", body("b", ask()), 1)),
            LEFT);

    assertThat(failed).containsExactly("1", "2");
    assertThat(remediations.asked).containsExactly("request REVERT");
  }

  @Test
  void what_was_done_is_not_done_again() {
    Message message = new Message("1", body("a", ask()), 1);
    assertThat(commands.carryOut(List.of(message, message), LEFT)).isEmpty();
    now = now.plus(Duration.ofDays(13));
    assertThat(commands.carryOut(List.of(message), LEFT)).isEmpty();

    assertThat(remediations.asked).hasSize(1);
  }

  @Test
  void what_failed_is_done_when_it_comes_again() {
    remediations.failures = 1;
    Message message = new Message("1", body("a", ask()), 1);

    assertThat(commands.carryOut(List.of(message), LEFT)).containsExactly("1");
    assertThat(commands.carryOut(List.of(message), LEFT)).isEmpty();

    assertThat(remediations.asked).hasSize(1);
  }

  @Test
  void what_was_killed_half_way_is_done_when_it_comes_again() throws Exception {
    deliveries.first("work:a", LEFT);
    Message message = new Message("1", body("a", ask()), 2);
    now = now.plus(LEFT);

    assertThat(commands.carryOut(List.of(message), LEFT)).isEmpty();

    assertThat(remediations.asked).hasSize(1);
  }

  @Test
  void whoever_asked_is_told_when_it_will_not_be_tried_again() {
    remediations.failures = 2;
    commands.carryOut(List.of(new Message("1", body("a", ask()), 2)), LEFT);
    assertThat(replies).containsExactly("TAKEN");
    commands.carryOut(List.of(new Message("1", body("a", ask()), 3)), LEFT);

    assertThat(replies).containsExactly("TAKEN", "TAKEN", "FAILED");
  }

  @Test
  void a_desk_does_no_other_desks_work() {
    Work approve = new Work.Approve("t", Optional.of("freeside"), ANA, COMMENT);
    assertThat(commands.carryOut(List.of(new Message("1", body("a", approve), 1)), LEFT))
        .containsExactly("1");
    assertThat(batch(Desk.APPROVALS).carryOut(List.of(new Message("1", body("b", ask()), 1)), LEFT))
        .containsExactly("1");
    assertThat(remediations.asked).isEmpty();

    assertThat(
            batch(Desk.APPROVALS).carryOut(List.of(new Message("1", body("a", approve), 1)), LEFT))
        .isEmpty();
    assertThat(remediations.asked).containsExactly("approve t github:ana freeside");
  }

  @Test
  void nothing_is_begun_that_cannot_be_ended() {
    assertThat(
            commands.carryOut(
                List.of(new Message("1", body("a", ask()), 1)), Duration.ofSeconds(5)))
        .containsExactly("1");
    assertThat(remediations.asked).isEmpty();
  }

  @Test
  void without_the_store_nothing_is_done() {
    deliveries.down = true;

    assertThat(commands.carryOut(List.of(new Message("1", body("a", ask()), 1)), LEFT))
        .containsExactly("1");
    assertThat(remediations.asked).isEmpty();
  }
}
