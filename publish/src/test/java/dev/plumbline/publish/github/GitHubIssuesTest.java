package dev.plumbline.publish.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.http.RequestMethod.PATCH;
import static com.github.tomakehurst.wiremock.http.RequestMethod.POST;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dev.plumbline.publish.github.FakeGitHub.LOGIN;
import static dev.plumbline.publish.github.FakeGitHub.REPOSITORY;
import static dev.plumbline.publish.github.FakeGitHub.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.github.Outcome.Action;
import dev.plumbline.publish.github.Outcome.Result;
import dev.plumbline.publish.render.Hostile;
import dev.plumbline.publish.render.MarkdownReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubIssuesTest {

  private static final ResourceReport DRIFT =
      Reports.drifted("aws_vpc.a", Severity.HIGH, Reports.text("cidr_block", "a", "b"));
  private static final StackReport DRIFTED = Reports.stack("prod", DRIFT);
  private static final StackReport CLEAN =
      Reports.stack("prod", Reports.other("aws_vpc.a", Status.IN_SYNC, ""));

  private final FakeGitHub github = new FakeGitHub();
  private final MarkerKey key = new MarkerKey(new byte[32]);
  private final List<Duration> slept = new ArrayList<>();

  @AfterEach
  void stop() {
    List<String> problems = github.problems();
    github.close();
    assertThat(problems).as("what GitHub's description has against our requests").isEmpty();
  }

  private Outcome publish(StackReport... stacks) throws PublishException {
    return publish(github.settings(20, false, false), Set.of(), Reports.of(stacks));
  }

  private Outcome publish(GitHubSettings settings, Set<String> configured, Report report)
      throws PublishException {
    return new GitHubIssues(settings, key, new Ledger.None(), slept::add)
        .publish(report, configured);
  }

  private String body(StackReport stack) {
    return GitHubIssues.preview(Reports.of(stack), key).results().getFirst().body();
  }

  private static List<Action> actions(Outcome outcome) {
    return outcome.results().stream().map(Result::action).toList();
  }

  @Test
  void drift_opens_an_issue_with_marker_and_labels() throws Exception {
    Outcome outcome = publish(DRIFTED, Reports.unscanned("locked", StackStatus.FAILED));
    assertThat(actions(outcome)).containsExactly(Action.CREATED, Action.LEFT);
    assertThat(outcome.results().getFirst().url()).endsWith("/issues/99");
    JsonNode sent = github.sent(POST, "/issues").getFirst();
    assertThat(sent.get("title").textValue()).isEqualTo("Drift in prod: 1 drifted");
    assertThat(sent.get("labels").toString())
        .isEqualTo("[\"plumbline\",\"team-a\",\"stack/prod\",\"drift/high\"]");
    assertThat(Marker.parse(sent.get("body").textValue(), key).orElseThrow().stack())
        .isEqualTo("prod");
    assertThat(github.sent(POST, "/labels")).hasSize(4);
    github.server.verify(
        getRequestedFor(urlPathEqualTo(REPOSITORY + "/issues"))
            .withQueryParam("labels", equalTo("plumbline"))
            .withQueryParam("state", equalTo("all")));
  }

  @Test
  void a_second_scan_of_the_same_drift_writes_next_to_nothing() throws Exception {
    ObjectNode known = issue(5, LOGIN, "open", body(DRIFTED));
    known.put("title", "Drift in prod: 1 drifted");
    github.issues(known);
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.UPDATED);
    assertThat(github.sent(POST, "/issues")).isEmpty();
    assertThat(github.sent(POST, "/issues/5/comments")).isEmpty();
  }

  @Test
  void changed_drift_is_rewritten_in_place_with_a_comment() throws Exception {
    github.issues(issue(5, LOGIN, "open", body(DRIFTED)));
    StackReport more = Reports.stack("prod", DRIFT, Reports.deleted("aws_vpc.b", "gone"));
    assertThat(actions(publish(more))).containsExactly(Action.UPDATED);
    assertThat(github.sent(PATCH, "/issues/5").stream().map(JsonNode::toString))
        .anyMatch(body -> body.contains("aws_vpc.b"));
    assertThat(github.sent(POST, "/issues/5/comments")).hasSize(1);
  }

  @Test
  void a_clean_stack_closes_its_issue() throws Exception {
    github.issues(issue(5, LOGIN, "open", body(DRIFTED)));
    assertThat(actions(publish(CLEAN))).containsExactly(Action.CLOSED);
    assertThat(github.sent(PATCH, "/issues/5").getLast().toString())
        .contains("\"state\":\"closed\"", "\"state_reason\":\"completed\"");
  }

  @Test
  void an_issue_stays_open_when_what_drifted_could_not_be_read() throws Exception {
    github.issues(issue(5, LOGIN, "open", body(DRIFTED)));
    Outcome outcome =
        publish(Reports.stack("prod", Reports.other("aws_vpc.a", Status.UNREADABLE, "denied")));
    assertThat(actions(outcome)).containsExactly(Action.UPDATED);
    assertThat(outcome.results().getFirst().note()).contains("could not be read");
    assertThat(github.sent(PATCH, "/issues/5").toString()).doesNotContain("closed");
  }

  @Test
  void drift_that_is_back_opens_its_issue_again() throws Exception {
    StackReport other = Reports.stack("prod", Reports.drifted("aws_vpc.b", Severity.LOW));
    github.issues(issue(5, LOGIN, "closed", body(other)).put("state_reason", "completed"));
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.REOPENED);
    assertThat(github.sent(PATCH, "/issues/5").toString()).contains("\"state\":\"open\"");
    assertThat(github.sent(POST, "/issues")).isEmpty();
  }

  @Test
  void a_baseline_is_closed_as_not_planned_and_then_quiet() throws Exception {
    Report report = Reports.of(DRIFTED);
    Outcome outcome = publish(github.settings(20, true, false), Set.of(), report);
    assertThat(actions(outcome)).containsExactly(Action.BASELINED);
    assertThat(github.sent(PATCH, "/issues/99").toString()).contains("not_planned");
    github.server.resetRequests();
    github.issues(issue(99, LOGIN, "closed", body(DRIFTED)).put("state_reason", "not_planned"));
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.LEFT);
    assertThat(github.writes()).isZero();
  }

  @Test
  void somebody_elses_issue_with_the_marker_is_ignored_and_said() throws Exception {
    github.issues(issue(5, "mallory", "open", body(DRIFTED)));
    Outcome outcome = publish(CLEAN);
    assertThat(actions(outcome)).containsExactly(Action.LEFT, Action.FOREIGN_IGNORED);
    assertThat(outcome.results().getLast().note()).contains("#5", "another author");
    assertThat(github.writes()).isZero();
  }

  @Test
  void our_own_issue_with_a_forged_marker_is_ignored_and_said() throws Exception {
    String forged = body(DRIFTED).replaceFirst("mac=[^ ]+", "mac=AAAA");
    github.issues(issue(5, LOGIN, "open", forged));
    assertThat(actions(publish(CLEAN))).containsExactly(Action.LEFT, Action.FOREIGN_IGNORED);
    assertThat(github.writes()).isZero();
  }

  @Test
  void pull_requests_are_no_issues() throws Exception {
    ObjectNode pull = issue(5, LOGIN, "open", body(DRIFTED));
    pull.putObject("pull_request").put("url", "x");
    github.issues(pull);
    assertThat(actions(publish(CLEAN))).containsExactly(Action.LEFT);
    assertThat(github.writes()).isZero();
  }

  @Test
  void issues_on_later_pages_are_found() throws Exception {
    String next = github.server.baseUrl() + REPOSITORY + "/issues-page-2";
    github.issues(okJson("[]").withHeader("Link", "<" + next + ">; rel=\"next\""));
    github.server.stubFor(
        get(REPOSITORY + "/issues-page-2")
            .willReturn(okJson("[" + issue(5, LOGIN, "open", body(DRIFTED)) + "]")));
    assertThat(actions(publish(CLEAN))).containsExactly(Action.CLOSED);
  }

  @Test
  void an_app_is_known_by_its_slug_and_never_asks_who_it_is() throws Exception {
    github.issues(issue(5, "plumb[bot]", "open", body(DRIFTED)));
    GitHubSettings user = github.settings(20, false, false);
    var app =
        new GitHubSettings(
            user.endpoint(),
            user.repository(),
            user.token(),
            Optional.of("plumb"),
            List.of(),
            20,
            false,
            false,
            user.patience());
    assertThat(actions(publish(app, Set.of(), Reports.of(CLEAN)))).containsExactly(Action.CLOSED);
    github.server.verify(0, getRequestedFor(urlPathEqualTo("/user")));
  }

  @Test
  void more_new_issues_than_allowed_stand_in_one_summary() throws Exception {
    StackReport[] stacks =
        IntStream.range(0, 4)
            .mapToObj(i -> Reports.stack("s" + i, DRIFT))
            .toArray(StackReport[]::new);
    Outcome outcome = publish(github.settings(2, false, false), Set.of(), Reports.of(stacks));
    assertThat(actions(outcome))
        .containsExactly(
            Action.CREATED, Action.CREATED, Action.SUMMARISED, Action.SUMMARISED, Action.CREATED);
    List<JsonNode> sent = github.sent(POST, "/issues");
    assertThat(sent).hasSize(3);
    String summary = sent.getLast().get("body").textValue();
    assertThat(summary).contains("<code>s2</code>", "<code>s3</code>").doesNotContain(">s1<");

    github.server.resetRequests();
    github.issues(issue(9, LOGIN, "open", summary));
    assertThat(actions(publish(Reports.stack("s2"))))
        .as("s3 was not scanned, so it stays in the summary")
        .containsExactly(Action.LEFT, Action.UPDATED);
    assertThat(actions(publish(Reports.stack("s2"), Reports.stack("s3"))))
        .containsExactly(Action.LEFT, Action.LEFT, Action.CLOSED);
  }

  @Test
  void a_stack_that_comes_back_into_the_configuration_has_its_issue_opened_again()
      throws Exception {
    github.issues(issue(5, LOGIN, "open", body(DRIFTED)));
    Report report = Reports.of(Reports.stack("other"));
    publish(github.settings(20, false, false), Set.of("other"), report);
    String retired =
        github.sent(PATCH, "/issues/5").stream()
            .filter(sent -> sent.has("body"))
            .findFirst()
            .orElseThrow()
            .get("body")
            .textValue();
    github.issues(issue(5, LOGIN, "closed", retired));
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.REOPENED);
  }

  @Test
  void a_stack_that_left_the_configuration_has_its_issue_closed_with_the_reason() throws Exception {
    github.issues(issue(5, LOGIN, "open", body(DRIFTED)));
    Report report = Reports.of(Reports.stack("other"));
    Outcome outcome = publish(github.settings(20, false, false), Set.of("other"), report);
    assertThat(actions(outcome)).containsExactly(Action.LEFT, Action.CLOSED);
    assertThat(github.sent(POST, "/issues/5/comments").toString())
        .contains("no longer in Plumbline's configuration");
  }

  @Test
  void a_dry_run_says_what_it_would_do_and_writes_nothing() throws Exception {
    github.issues(issue(5, LOGIN, "open", body(DRIFTED)));
    Report report = Reports.of(CLEAN, Reports.stack("new", DRIFT));
    Outcome outcome = publish(github.settings(20, false, true), Set.of("new"), report);
    assertThat(actions(outcome)).contains(Action.CLOSED, Action.CREATED);
    assertThat(outcome.results().get(1).body()).contains("aws_vpc.a");
    assertThat(github.writes()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "401, token is not valid, Give a valid token",
    "403, may not do this, Issues: read and write on acme/infra",
    "404, does not exist, publish.github.repository",
    "410, issues are disabled, Enable issues",
  })
  void a_refusal_says_why_and_what_to_do(int status, String why, String action) {
    github.issues(aResponse().withStatus(status).withBody("{\"message\":\"no\"}"));
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> publish(DRIFTED))
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.action()).contains(action))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("token\""));
  }

  @Test
  void an_archived_repository_is_said_before_anything_is_written() {
    github.server.stubFor(
        get(REPOSITORY)
            .willReturn(
                okJson(
                    """
                    {"id":1,"name":"infra","full_name":"acme/infra","has_issues":true,
                     "archived":true,"owner":{"login":"acme","id":2}}""")));
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> publish(DRIFTED))
        .withMessageContaining("archived")
        .satisfies(e -> assertThat(e.trouble()).isEqualTo("archived"));
    assertThat(github.writes()).isZero();
  }

  @Test
  void disabled_issues_are_said_before_anything_is_written() {
    github.repository(false);
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> publish(DRIFTED))
        .withMessageContaining("issues are disabled");
  }

  @Test
  void a_secondary_limit_is_waited_for() throws Exception {
    limitOnce(limited(403).withHeader("Retry-After", "7"));
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.CREATED);
    assertThat(slept).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void a_primary_limit_is_waited_for_until_it_ends() throws Exception {
    long reset = Instant.now().getEpochSecond() + 30;
    limitOnce(
        limited(403)
            .withHeader("X-RateLimit-Remaining", "0")
            .withHeader("X-RateLimit-Reset", Long.toString(reset)));
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.CREATED);
    assertThat(slept).hasSize(1);
    assertThat(slept.getFirst()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(32));
  }

  @Test
  void a_limit_longer_than_our_patience_is_given_up_on() {
    github.issues(limited(429).withHeader("Retry-After", "3600"));
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> publish(DRIFTED))
        .withMessageContaining("wait 3,600 s");
    assertThat(slept).isEmpty();
  }

  private static ResponseDefinitionBuilder limited(int status) {
    return aResponse()
        .withStatus(status)
        .withBody("{\"message\":\"You have exceeded a secondary rate limit\"}");
  }

  private void limitOnce(ResponseDefinitionBuilder limited) {
    github.server.stubFor(
        get(urlPathEqualTo(REPOSITORY + "/issues"))
            .inScenario("limit")
            .whenScenarioStateIs(STARTED)
            .willReturn(limited)
            .willSetStateTo("over"));
    github.server.stubFor(
        get(urlPathEqualTo(REPOSITORY + "/issues"))
            .inScenario("limit")
            .whenScenarioStateIs("over")
            .willReturn(okJson("[]")));
  }

  @Test
  void hostile_values_are_data_in_title_body_and_labels() throws Exception {
    Report report = HostileReport.report();
    publish(github.settings(100, false, false), Set.of(), report);
    List<JsonNode> sent = github.sent(POST, "/issues");
    assertThat(sent).hasSize(HostileReport.ATTACKS.size());
    for (JsonNode issue : sent) {
      String title = issue.get("title").textValue();
      assertThat(title).doesNotContain("@", "\n", "`", "\u001b", "\u202e");
      assertThat(title.length()).isLessThanOrEqualTo(256);
      String body = issue.get("body").textValue();
      assertThat(body.length()).isLessThanOrEqualTo(MarkdownReport.GITHUB_LIMIT);
      assertThat(body.split("<!--", -1)).as("our four lines only").hasSize(5);
      Hostile.assertInert(
          body.lines()
              .filter(line -> !line.startsWith("<!-- plumbline:"))
              .reduce("", (all, line) -> all + line + "\n"));
      issue
          .get("labels")
          .forEach(label -> assertThat(label.textValue()).matches("[^\\p{Cntrl},]{1,50}"));
    }
  }

  @Test
  void a_hostile_stack_is_found_again() throws Exception {
    String attack = HostileReport.ATTACKS.get(4);
    github.issues(issue(5, LOGIN, "open", body(HostileReport.stack(attack))));
    assertThat(actions(publish(Reports.stack(attack)))).containsExactly(Action.CLOSED);
  }
}
