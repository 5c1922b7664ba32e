package dev.plumbline.publish.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.MemoryStore;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.Turns;
import dev.plumbline.publish.github.RemediationNews.Gap;
import dev.plumbline.publish.github.RemediationNews.Stage;
import dev.plumbline.publish.github.api.StandInGitHub;
import dev.plumbline.publish.render.Hostile;
import dev.plumbline.publish.render.MarkdownReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssueAnnouncerTest {

  private static final StackReport DRIFTED =
      Reports.stack(
          "prod",
          Reports.drifted("aws_vpc.a", Severity.HIGH, Reports.text("cidr_block", "a", "b")));
  private static final StackReport CLEAN =
      Reports.stack("prod", Reports.other("aws_vpc.a", Status.IN_SYNC, ""));

  private final StandInGitHub github = new StandInGitHub("/api/v3");
  private final MemoryStore store = new MemoryStore();
  private final MarkerKey key = new MarkerKey(new byte[32]);
  private final Ledger ledger =
      new Ledger.Shared(
          store,
          new Turns(store, Duration.ofSeconds(20), Duration.ofMinutes(2), InstantSource.system()));

  @AfterEach
  void stop() {
    github.close();
    assertThat(github.problems()).isEmpty();
  }

  private GitHubSettings settings() {
    return new GitHubSettings(
        github.endpoint(),
        "acme/infra",
        "token",
        Optional.empty(),
        List.of(),
        20,
        false,
        false,
        Duration.ofSeconds(10));
  }

  private void publish(StackReport stack, Optional<RemediationNews> news) throws Exception {
    Report report = Reports.of(stack);
    store.scanned(stack, new Scan(report.scanId(), report.startedAt(), ""), true);
    new GitHubIssues(settings(), key, ledger)
        .publish(
            report,
            Set.of(),
            _ -> new Background(Background.NONE.history(), List.of(), news, true));
  }

  private void announce(RemediationNews news) throws PublishException {
    new IssueAnnouncer(settings(), key, ledger).announce(news);
  }

  private String body() {
    return github.issues().getFirst().get("body").asText();
  }

  private String state() {
    return github.issues().getFirst().get("state").asText();
  }

  @Test
  void a_plan_is_told_with_all_that_an_approval_names() throws Exception {
    publish(DRIFTED, Optional.empty());
    announce(News.of(Stage.AWAITING_APPROVAL));
    assertThat(github.comments(5))
        .singleElement()
        .asString()
        .contains(
            "<code>/plumbline approve r1r1r1r1r1-0123456789ab</code>",
            "commit <code>0a1b2c3</code> and serial 7",
            "members of acme/platform, but not by who asked",
            "It expires on 2026-11-02 10:05 UTC",
            "<code>aws_vpc.a</code> (<code>update</code>)",
            "~ cidr_block = \"b\" -> \"a\"",
            "github:ana");
    assertThat(body()).contains("### Remediation", "A plan waits for approval", "aws_vpc.a");
    assertThat(Marker.parse(body(), key).orElseThrow().memory().known()).isTrue();
  }

  @Test
  void a_refused_plan_says_why_and_offers_no_approval() throws Exception {
    publish(DRIFTED, Optional.empty());
    announce(
        News.of(
            Stage.AWAITING_APPROVAL,
            Optional.of(News.plan("", List.of("it would replace aws_vpc.a")))));
    assertThat(github.comments(5).getFirst())
        .contains("The plan is refused", "it would replace aws_vpc.a")
        .doesNotContain("/plumbline approve");
  }

  @ParameterizedTest
  @EnumSource(names = {"AWAITING_APPROVAL", "DONE", "FAILED", "REJECTED", "EXPIRED", "SUPERSEDED"})
  void each_step_is_told_once_however_often_it_is_announced(Stage stage) throws Exception {
    publish(DRIFTED, Optional.empty());
    announce(News.of(stage));
    String body = body();
    announce(News.of(stage));
    assertThat(github.comments(5)).hasSize(1);
    assertThat(body()).isEqualTo(body);
  }

  @Test
  void a_step_that_nobody_waits_for_changes_the_body_alone() throws Exception {
    publish(DRIFTED, Optional.empty());
    announce(News.of(Stage.APPLYING));
    assertThat(github.comments(5)).isEmpty();
    assertThat(body()).contains("The plan is being applied");
  }

  @Test
  void a_marker_that_our_key_did_not_sign_does_not_silence_us() throws Exception {
    publish(DRIFTED, Optional.empty());
    RemediationNews news = News.of(Stage.FAILED);
    github.comment(5, "mallory", NewsMarker.line(News.of(Stage.EXPIRED), key));
    github.comment(
        5,
        "mallory",
        NewsMarker.line(news, new MarkerKey("another key of theirs".getBytes(UTF_8))));
    announce(news);
    assertThat(github.comments(5)).hasSize(3);
  }

  @Test
  void the_section_is_replaced_and_the_rest_stays() throws Exception {
    publish(DRIFTED, Optional.empty());
    String before = body();
    announce(News.of(Stage.AWAITING_APPROVAL));
    announce(News.of(Stage.DONE));
    assertThat(body()).contains("**Done.**").doesNotContain("waits for approval");
    assertThat(RemediationSection.replaced(body(), RemediationSection.of(Optional.empty())))
        .isEqualTo(before);
  }

  @Test
  void a_stack_without_an_issue_is_passed_over() throws Exception {
    announce(News.of(Stage.DONE));
    assertThat(github.issues()).isEmpty();
  }

  @Test
  void accepted_drift_keeps_the_issue_open_until_the_code_says_so() throws Exception {
    publish(DRIFTED, Optional.empty());
    publish(CLEAN, Optional.empty());
    assertThat(state()).isEqualTo("closed");

    RemediationNews news = News.accepted(Gap.DIFFERS);
    announce(news);
    assertThat(state()).isEqualTo("open");
    assertThat(body())
        .contains(
            "Accepted, code not updated",
            "the next apply undoes what was accepted",
            "<code>aws_vpc.a</code>: <code>cidr_block = \"b\"</code>");

    int comments = github.comments(5).size();
    publish(CLEAN, Optional.of(news));
    assertThat(state()).isEqualTo("open");
    assertThat(github.issues().getFirst().get("title").asText())
        .isEqualTo("Accepted, code not updated: prod");
    assertThat(github.comments(5)).as("nothing new").hasSize(comments);

    publish(CLEAN, Optional.empty());
    assertThat(state()).isEqualTo("closed");
  }

  @Test
  void a_later_look_at_the_code_is_told_where_it_found_something_else() throws Exception {
    publish(DRIFTED, Optional.empty());
    publish(CLEAN, Optional.empty());
    announce(News.accepted(Gap.DIFFERS));
    int told = github.comments(5).size();

    announce(News.accepted(Gap.ASKED));
    announce(News.accepted(Gap.DIFFERS));
    assertThat(github.comments(5)).as("the same as before").hasSize(told);

    announce(News.accepted(Gap.ASKED));
    announce(News.accepted(Gap.DIFFERS, "c"));
    assertThat(github.comments(5)).hasSize(told + 1);
    assertThat(github.comments(5).getLast()).contains("cidr_block = \"b\" -> \"c\"");

    announce(News.followed());
    announce(News.followed());
    assertThat(github.comments(5)).hasSize(told + 2);
    assertThat(github.comments(5).getLast()).contains("**Done.**");
    assertThat(body()).doesNotContain("undoes what was accepted");
  }

  @Test
  void somebody_who_closes_it_all_the_same_is_heard() throws Exception {
    publish(DRIFTED, Optional.empty());
    publish(CLEAN, Optional.empty());
    announce(News.accepted(Gap.DIFFERS));
    github.close(5, "not_planned");
    announce(News.accepted(Gap.DIFFERS));
    publish(CLEAN, Optional.of(News.accepted(Gap.DIFFERS)));
    assertThat(state()).isEqualTo("closed");
  }

  @Test
  void an_archived_repository_is_trouble_with_a_name() throws Exception {
    publish(DRIFTED, Optional.empty());
    github.archive();
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> announce(News.of(Stage.DONE)))
        .satisfies(e -> assertThat(e.trouble()).isEqualTo("archived"));
  }

  @Test
  void hostile_texts_are_data_in_comments_and_body() throws Exception {
    publish(DRIFTED, Optional.empty());
    for (String attack : HostileReport.ATTACKS) {
      for (Gap gap : Gap.values()) {
        announce(News.hostile(attack, Stage.DONE, gap));
        announce(News.hostile(attack, Stage.AWAITING_APPROVAL, gap));
        assertInert(body());
      }
    }
    assertThat(github.comments(5)).hasSizeGreaterThan(HostileReport.ATTACKS.size() * 4);
    github.comments(5).forEach(IssueAnnouncerTest::assertInert);
  }

  private static void assertInert(String text) {
    assertThat(text.length()).isLessThanOrEqualTo(MarkdownReport.GITHUB_LIMIT);
    List<String> ours = text.lines().filter(line -> line.startsWith("<!-- plumbline:")).toList();
    assertThat(text.split("<!--", -1)).as("our lines only").hasSize(ours.size() + 1);
    Hostile.assertInert(
        text.lines()
            .filter(line -> !line.startsWith("<!-- plumbline:"))
            .collect(Collectors.joining("\n")));
  }
}
