package dev.plumbline.wiring.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.StackRecord.Issue;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.slack.SentBlocks;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.wiring.announce.SlackEstate;
import dev.plumbline.wiring.hostile.HostileRemediation;
import dev.plumbline.wiring.hostile.Inert;
import dev.plumbline.wiring.work.IgnoreProposals.Proposal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever somebody asks for, and whatever is said to it: every text of it is an attack. */
@ParameterizedClass
@FieldSource("dev.plumbline.publish.HostileReport#ATTACKS")
class HostileRepliesTest {

  private static final LocalDate UNTIL = LocalDate.of(2027, 1, 31);

  private final String attack;
  private final Actor actor;
  private final SlackEstate slack = new SlackEstate();
  private final Origin origin;
  private final FakeRemediations remediations = new FakeRemediations();
  private final FakeStacks stacks = new FakeStacks();
  private final List<String> said = new ArrayList<>();
  private boolean allowed = true;
  private Proposal proposal;
  private StackReport report;

  HostileRepliesTest(String attack) {
    this.attack = attack;
    this.actor = new Actor(Actor.Realm.GITHUB, attack);
    this.origin = new Origin.Slack("C012AB3CD", slack.address() + "/actions/1");
    this.proposal = new Proposal.Opened(attack);
    this.report = HostileReport.stack(attack);
  }

  @BeforeEach
  void everything() throws IOException {
    stacks.with(attack, new Issue("acme/infra", 13)).drifted(attack, "aws_ecs_service.web");
    carryOut(new Work.Help(attack, actor, origin));
    carryOut(new Work.Status(attack, actor, origin));
    for (Phase phase : Phase.values()) {
      Remediation hostile = HostileRemediation.of(attack, attack, phase, true);
      remediations.kept.clear();
      remediations.kept.add(hostile);
      carryOut(new Work.Status(attack, actor, origin));
      remediations.answer = new Reply.Done(hostile, attack);
      carryOut(ask());
    }
    carryOut(new Work.Rescan("scan-1", attack, actor, origin));
    report = HostileReport.report().stacks().getLast();
    carryOut(new Work.Rescan("scan-2", attack, actor, origin));
    remediations.answer = new Reply.Refused(attack, attack);
    carryOut(ask());
    carryOut(new Work.Approve(attack, Optional.of(attack), actor, origin));
    carryOut(new Work.Reject(attack, Optional.of(attack), attack, actor, origin));
    carryOut(ignore(attack, UNTIL));
    carryOut(ignore("aws_ecs_service.web", LocalDate.of(2020, 1, 1)));
    for (Proposal each :
        List.of(
            new Proposal.Opened(attack),
            new Proposal.Open(attack),
            new Proposal.Present(),
            new Proposal.Refused(attack, attack))) {
      proposal = each;
      carryOut(ignore("aws_ecs_service.web", UNTIL));
    }
    allowed = false;
    carryOut(ask());
  }

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void a_reply_on_an_issue_is_text() {
    assertThat(said).hasSizeGreaterThan(30);
    said.stream().map(HostileRepliesTest::withoutHelp).forEach(Inert::markdown);
  }

  @Test
  void a_reply_in_slack_is_text() {
    List<String> sent = slack.sent("/actions/1");
    assertThat(sent).hasSize(said.size());
    for (String each : sent) {
      JsonObject answer = JsonParser.parseString(each).getAsJsonObject();
      SentBlocks.of(answer.get("blocks").toString());
      String notification = answer.get("text").getAsString();
      Inert.plain(notification);
      assertThat(notification).doesNotContain("<", ">", "@");
    }
  }

  /** The table of the commands is ours, and made of what is active. */
  private static String withoutHelp(String text) {
    assertThat(ReplyText.help("")).startsWith("| Say");
    return text.replace(ReplyText.help(""), "");
  }

  private Work.Ask ask() {
    return new Work.Ask(
        new Remediations.Request(
            attack, Answer.REVERT, Set.of(attack), false, false, actor, origin));
  }

  private Work.Ignore ignore(String address, LocalDate until) {
    return new Work.Ignore(attack, address, Optional.of(attack), until, attack, actor, origin);
  }

  private void carryOut(Work work) throws IOException {
    Clerk clerk =
        new Clerk(
            remediations,
            _ -> report,
            _ -> {},
            _ -> proposal,
            (_, _) -> allowed,
            stacks,
            new FakeAudit(),
            this::reply,
            () -> FakeRemediations.NOW);
    clerk.carryOut(work);
  }

  /** What is written on issues and kept on receipts is the markdown itself. */
  private void reply(Origin to, Replies.Mood mood, String markdown) {
    slack.parts().replies().reply(to, mood, markdown);
    if (!markdown.isEmpty()) {
      said.add(markdown);
    }
  }
}
