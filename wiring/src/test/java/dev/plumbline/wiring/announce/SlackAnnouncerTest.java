package dev.plumbline.wiring.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.engine.Severity;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.publish.slack.Alert;
import dev.plumbline.publish.slack.Offer;
import dev.plumbline.publish.slack.SlackMemory.Shown;
import dev.plumbline.publish.slack.SlackMemory.Told;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A remediation's steps on the stack's message, from the store to what Slack is sent. */
class SlackAnnouncerTest {

  private static final Instant NOW = Instant.parse("2026-11-02T09:10:00Z");
  private static final String HASH = "ab".repeat(32);

  private final SlackEstate estate = new SlackEstate();

  @BeforeEach
  void aMessageIsThere() throws Exception {
    Alert alert =
        new Alert(
            "shop",
            "production",
            "sha256:1",
            "2026-11-02T09:00:00Z",
            "1 drifted.",
            List.of(new Alert.Count(Severity.HIGH, 1)),
            List.of(new Alert.Row(Severity.HIGH, "aws_sqs_queue.jobs", "tags", "", "")),
            "",
            "",
            List.of(Offer.values()));
    estate
        .memory()
        .put(
            "shop",
            new Told(
                Optional.of(new StackRecord.Message("C012AB3CD", "1.1")),
                Optional.of(new Shown("", "#infra", "slack-token", alert))));
  }

  @AfterEach
  void close() {
    estate.close();
  }

  @Test
  void a_plan_that_waits_is_shown_with_its_token_hash_and_commit() {
    announce(remediation(Phase.AWAITING_APPROVAL, 3));

    assertThat(estate.said("chat.update"))
        .contains(
            "Drift in shop",
            "`aws_sqs_queue.jobs`",
            "*Revert: awaiting approval* (`r123456789`, asked by `slack:U012AB3CD`",
            "*Plan* `r123456789-abababababab` of `c0ffee`: 1 update. It can be approved until 2026-11-02 10:10 UTC.",
            "```\n~ tags\n```",
            "[Approve]\n[Reject]");
    assertThat(estate.sent("/api/chat.update").getFirst()).contains(HASH, "commit%20c0ffee");
  }

  @Test
  void a_step_told_twice_is_written_once() {
    announce(remediation(Phase.PLANNING, 2));
    announce(remediation(Phase.PLANNING, 2));

    assertThat(estate.requests()).isEqualTo(1);
    assertThat(estate.said("chat.update")).contains("*Revert: planning*").doesNotContain("Approve");
  }

  @Test
  void a_late_announcement_tells_what_the_store_has_and_not_an_older_step() {
    estate.remediations.add(remediation(Phase.DONE, 6));

    estate.parts().announcer().announce(remediation(Phase.PLANNING, 2));

    assertThat(estate.said("chat.update")).contains("*Revert: done*");
  }

  @Test
  void a_stack_of_which_nothing_was_said_is_left_alone() {
    estate.objects.clear();

    announce(remediation(Phase.PLANNING, 2));

    assertThat(estate.requests()).isZero();
  }

  @Test
  void what_cannot_be_told_stops_nothing() {
    estate.answer("/api/chat.update", "{\"ok\":false,\"error\":\"invalid_auth\"}");

    assertThatCode(() -> announce(remediation(Phase.PLANNING, 2))).doesNotThrowAnyException();
  }

  @Test
  void what_was_said_holds_no_token() {
    announce(remediation(Phase.PLANNING, 2));

    assertThat(estate.objects.keySet()).allMatch(key -> key.startsWith("fingerprints/slack/"));
    assertThat(estate.objects.values()).noneMatch(text -> text.contains("value-of-slack-token"));
  }

  private void announce(Remediation remediation) {
    estate.remediations.clear();
    estate.remediations.add(remediation);
    estate.parts().announcer().announce(remediation);
  }

  private static Remediation remediation(Phase phase, long version) {
    TreeMap<String, Plan.Step> actions = new TreeMap<>();
    actions.put("aws_sqs_queue.jobs", Plan.Step.UPDATE);
    Plan plan =
        new Plan(
            "plans/shop",
            "v1",
            HASH,
            "c0ffee",
            "1.11.4",
            7,
            "lineage",
            NOW,
            NOW.plusSeconds(3_600),
            actions,
            "~ tags",
            "",
            List.of());
    return new Remediation(
        "r123456789",
        "shop",
        Answer.REVERT,
        new TreeSet<>(),
        false,
        new Actor(Actor.Realm.SLACK, "U012AB3CD"),
        new Origin.Api(),
        NOW,
        new Basis(7, "lineage", "sha256:1", new TreeMap<>()),
        phase,
        Optional.of(plan),
        List.of(),
        List.of(),
        "it goes on",
        NOW,
        version,
        Optional.empty());
  }
}
