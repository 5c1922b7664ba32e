package dev.plumbline.wiring.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.StackRecord.Issue;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.CodeCheck.State;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.wiring.command.CommentText;
import dev.plumbline.wiring.work.IgnoreProposals.Proposal;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClerkTest {

  private static final Actor ANA = new Actor(Actor.Realm.GITHUB, "ana");
  private static final Origin COMMENT = new Origin.Comment("acme/infra", 12, 4711);
  private static final String HOSTILE =
      "@acme/all ``` <script> ![x](http://evil) #1 \u001b[31m\n/plumbline approve x";

  private final FakeRemediations remediations = new FakeRemediations();
  private final FakeStacks stacks =
      new FakeStacks()
          .with("freeside", new Issue("acme/infra", 12))
          .drifted("freeside", "aws_ecs_service.web");
  private final FakeAudit audit = new FakeAudit();
  private final List<String> said = new ArrayList<>();
  private final List<String> moods = new ArrayList<>();
  private final List<String> scans = new ArrayList<>();
  private boolean allowed = true;
  private StackStatus scanned = StackStatus.SCANNED;
  private Proposal proposal = new Proposal.Opened("https://github.com/acme/infra/pull/5");

  private final Clerk clerk =
      new Clerk(
          remediations,
          work -> {
            scans.add(work.stack());
            return report();
          },
          work -> scans.add(work.scanId()),
          _ -> proposal,
          (_, _) -> allowed,
          stacks,
          audit,
          (_, mood, markdown) -> {
            moods.add(mood.name());
            said.add(markdown);
          },
          () -> FakeRemediations.NOW);

  private StackReport report() {
    return new StackReport(
        "freeside",
        "",
        scanned,
        scanned == StackStatus.SCANNED
            ? Optional.empty()
            : Optional.of(new Problem("LOCKED", HOSTILE, "Wait.")),
        Optional.empty(),
        "sha256:f",
        new Summary(4, 1, 2, 1, 0, 0, 0, 0, 1.0, 40, 40),
        List.of(),
        List.of(),
        List.of());
  }

  private static Work.Ask ask() {
    return new Work.Ask(
        new Remediations.Request(
            "freeside", Answer.REVERT, Set.of("a.b"), false, false, ANA, COMMENT));
  }

  private static Work.Ignore ignore(String address, LocalDate until) {
    return new Work.Ignore("freeside", address, Optional.empty(), until, "tests", ANA, COMMENT);
  }

  @Test
  void whoever_may_write_asks_and_is_told_what_happens_next() throws IOException {
    clerk.carryOut(ask());

    assertThat(remediations.requests).containsExactly(ask().request());
    assertThat(moods).containsExactly("TAKEN", "DONE");
    assertThat(said.getLast())
        .contains("abc1234567")
        .contains("planning")
        .contains("A plan is made.");
  }

  @Test
  void once_the_code_says_what_was_accepted_the_stack_is_scanned_so_that_its_issue_can_close()
      throws IOException {
    Instant now = FakeRemediations.NOW;
    remediations.kept.add(FakeRemediations.accepted("one", CodeCheck.running(now)));
    remediations.kept.add(FakeRemediations.accepted("two", CodeCheck.unknown(now, "no code")));
    remediations.kept.add(
        FakeRemediations.accepted(
            "three", new CodeCheck(State.UPDATED, now, "c", new TreeMap<>(), "", "")));

    clerk.carryOut(new Work.Proceed("one"));
    clerk.carryOut(new Work.Proceed("two"));
    assertThat(scans).isEmpty();

    clerk.carryOut(new Work.Proceed("three"));
    assertThat(scans).containsExactly("freeside");
    assertThat(said).isEmpty();
  }

  @Test
  void whoever_may_only_read_is_refused_politely_and_nothing_is_done() throws IOException {
    allowed = false;
    clerk.carryOut(ask());
    clerk.carryOut(new Work.Reject("t", Optional.of("freeside"), "", ANA, COMMENT));
    clerk.carryOut(new Work.Rescan("s", "freeside", ANA, COMMENT));
    clerk.carryOut(ignore("aws_ecs_service.web", LocalDate.of(2027, 1, 31)));

    assertThat(moods).containsOnly("REFUSED").hasSize(4);
    assertThat(said)
        .allSatisfy(text -> assertThat(text).startsWith("Sorry").contains("write access"));
    assertThat(remediations.asked).isEmpty();
    assertThat(scans).isEmpty();
    assertThat(audit.entries).isEmpty();
  }

  @Test
  void approving_is_not_the_repositorys_to_allow() throws IOException {
    allowed = false;
    clerk.carryOut(new Work.Approve("t-1", Optional.of("freeside"), ANA, COMMENT));

    assertThat(remediations.asked).containsExactly("approve t-1 github:ana freeside");
  }

  @Test
  void a_refusal_says_why_and_what_to_do() throws IOException {
    remediations.answer = new Reply.Refused("The breaker is open.", "Close it.");
    clerk.carryOut(ask());

    assertThat(moods).containsExactly("TAKEN", "REFUSED");
    assertThat(said.getLast()).contains("The breaker is open.").contains("Close it.");
  }

  @Test
  void a_rescan_tells_what_was_found_or_why_nothing_was() throws IOException {
    clerk.carryOut(new Work.Rescan("s-1", "freeside", ANA, COMMENT));
    assertThat(said.getLast())
        .isEqualTo("Scanned: 2 drifted, 1 deleted; coverage 100% (40 of 40 attributes compared).");
    assertThat(audit.entries)
        .singleElement()
        .satisfies(e -> assertThat(e.subject()).isEqualTo("s-1"));

    scanned = StackStatus.DEFERRED;
    clerk.carryOut(new Work.Rescan("s-2", "freeside", ANA, COMMENT));
    assertThat(moods.getLast()).isEqualTo("FAILED");
    assertThat(said.getLast()).contains("LOCKED");
  }

  @Test
  void everybody_may_ask_how_it_stands() throws IOException {
    allowed = false;
    remediations.kept.add(FakeRemediations.waiting("abc1234567"));
    clerk.carryOut(new Work.Status("freeside", ANA, COMMENT));

    assertThat(moods).containsExactly("DONE");
    assertThat(said.getFirst())
        .contains("2 drifted, 1 deleted")
        .contains("2026-11-23 12:00 UTC")
        .contains("awaiting approval")
        .contains("abc1234567-abababababab");
  }

  @Test
  void an_ignore_becomes_a_pull_request_once_it_makes_sense() throws IOException {
    clerk.carryOut(ignore("aws_ecs_service.web", LocalDate.of(2026, 11, 23)));
    assertThat(said.getLast()).contains("https://github.com/acme/infra/pull/5");
    assertThat(audit.entries)
        .singleElement()
        .satisfies(e -> assertThat(e.action()).isEqualTo("ignore proposed"));

    clerk.carryOut(ignore("aws_ecs_service.web", LocalDate.of(2026, 11, 22)));
    assertThat(moods.getLast()).isEqualTo("REFUSED");
    clerk.carryOut(ignore("aws_ecs_service.wbe", LocalDate.of(2027, 1, 31)));
    assertThat(moods.getLast()).isEqualTo("REFUSED");
    assertThat(audit.entries).hasSize(1);
  }

  @Test
  void what_is_unclear_is_answered_with_help() throws IOException {
    clerk.carryOut(new Work.Help("There is no command destroy.", ANA, COMMENT));
    clerk.carryOut(new Work.Help("", ANA, COMMENT));

    assertThat(moods).containsExactly("REFUSED", "DONE");
    assertThat(said.getFirst())
        .contains("There is no command destroy.")
        .contains("/plumbline approve PLAN");
  }

  @Test
  void going_on_answers_nobody() throws IOException {
    clerk.carryOut(new Work.Proceed("abc1234567"));

    assertThat(remediations.asked).containsExactly("proceed abc1234567");
    assertThat(moods).isEmpty();
  }

  @Test
  void data_stays_data_in_everything_that_is_said() throws IOException {
    remediations.answer = new Reply.Refused(HOSTILE, HOSTILE);
    clerk.carryOut(ask());
    remediations.answer =
        new Reply.Done(FakeRemediations.remediation(HOSTILE, Phase.PLANNING), HOSTILE);
    clerk.carryOut(ask());
    clerk.carryOut(new Work.Help(HOSTILE, ANA, COMMENT));
    scanned = StackStatus.FAILED;
    clerk.carryOut(new Work.Rescan("s", "freeside", ANA, COMMENT));
    proposal = new Proposal.Opened(HOSTILE);
    clerk.carryOut(ignore("aws_ecs_service.web", LocalDate.of(2027, 1, 31)));
    proposal = new Proposal.Refused(HOSTILE, HOSTILE);
    clerk.carryOut(ignore("aws_ecs_service.web", LocalDate.of(2027, 1, 31)));
    allowed = false;
    clerk.carryOut(
        new Work.Rescan("s", "freeside", new Actor(Actor.Realm.GITHUB, HOSTILE), COMMENT));
    stacks.with(HOSTILE, new Issue("acme/infra", 13));
    clerk.carryOut(new Work.Status(HOSTILE, ANA, COMMENT));

    List<String> texts = said.stream().filter(text -> !text.isEmpty()).toList();
    assertThat(texts)
        .hasSize(8)
        .allSatisfy(
            text -> {
              assertThat(text).doesNotContain("@acme", "<script", "![", "```", "\u001b");
              assertThat(CommentText.command(text)).isEmpty();
            });
  }
}
