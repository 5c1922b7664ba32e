package dev.plumbline.wiring.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Origin;
import dev.plumbline.wiring.command.CommentText;
import dev.plumbline.wiring.work.Replies.Mood;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubFacesTest {

  private static final Actor ANA = new Actor(Actor.Realm.GITHUB, "ana");
  private static final Origin COMMENT = new Origin.Comment("acme/infra", 12, 4711);
  private static final String PERMISSION = StandIn.INFRA + "/collaborators/ana/permission";
  private static final String MEMBERSHIP = "/orgs/acme/teams/platform/memberships/ana";
  private static final String REACTIONS = StandIn.INFRA + "/issues/comments/4711/reactions";
  private static final String COMMENTS = StandIn.INFRA + "/issues/12/comments";

  private final StandIn github = new StandIn();

  @AfterEach
  void every_request_is_as_described() {
    github.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, write, true",
    "200, maintain, true",
    "200, admin, true",
    "200, read, false",
    "200, triage, false",
    "200, none, false",
    "200, '', false",
    "404, admin, false"
  })
  void only_whoever_may_write_may_ask(int status, String permission, boolean may)
      throws IOException {
    github.answer("GET", PERMISSION, status, "{\"permission\":\"" + permission + "\"}");

    assertThat(new GitHubPermissions(github).mayAsk(ANA, COMMENT)).isEqualTo(may);
  }

  @Test
  void the_permission_is_asked_for_anew_each_time() throws IOException {
    github.answer("GET", PERMISSION, 200, "{\"permission\":\"write\"}");
    GitHubPermissions permissions = new GitHubPermissions(github);
    assertThat(permissions.mayAsk(ANA, COMMENT)).isTrue();
    github.answer("GET", PERMISSION, 200, "{\"permission\":\"read\"}");

    assertThat(permissions.mayAsk(ANA, COMMENT)).isFalse();
  }

  @Test
  void a_refusal_to_answer_is_no_permission_and_no_refusal() {
    github.answer("GET", PERMISSION, 500, "");

    assertThatExceptionOfType(GitHubException.class)
        .isThrownBy(() -> new GitHubPermissions(github).mayAsk(ANA, COMMENT))
        .withMessageContaining("GitHub answered 500 to GET /repos/acme/infra");
  }

  @Test
  void somebody_of_another_realm_does_not_speak_in_comments() throws IOException {
    assertThat(new GitHubPermissions(github).mayAsk(new Actor(Actor.Realm.SLACK, "ana"), COMMENT))
        .isFalse();
    assertThat(new GitHubPermissions(github).mayAsk(ANA, new Origin.Api())).isTrue();
    assertThat(github.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200, active, true", "200, pending, false", "200, '', false", "404, active, false"})
  void only_an_active_member_is_one(int status, String state, boolean member) throws IOException {
    github.answer(
        "GET", MEMBERSHIP, status, "{\"state\":\"%s\",\"role\":\"member\"}".formatted(state));

    assertThat(new GitHubTeams(github).isMember("acme/platform", "ana")).isEqualTo(member);
  }

  @Test
  void a_login_that_would_be_another_path_asks_nothing_else() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new GitHubTeams(github).isMember("acme/platform", ".."));
    assertThat(GitHubRest.part("../x?y#z")).isEqualTo("..%2Fx%3Fy%23z");
    assertThat(github.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TAKEN, eyes", "DONE, +1", "REFUSED, -1", "FAILED, confused"})
  void a_mood_is_a_reaction_to_the_comment(Mood mood, String content) throws IOException {
    github.answer("POST", REACTIONS, 201, "{}").answer("POST", COMMENTS, 201, "{}");
    new GitHubReplies(github).reply(COMMENT, mood, "Next: wait.");

    assertThat(github.sent("POST", REACTIONS).path("content").asText()).isEqualTo(content);
    String body = github.sent("POST", COMMENTS).path("body").asText();
    assertThat(body).isEqualTo(GitHubReplies.MARK + "\nNext: wait.");
    assertThat(CommentText.command(body)).isEmpty();
  }

  @Test
  void no_text_is_no_comment() {
    github.answer("POST", REACTIONS, 200, "{}");
    new GitHubReplies(github).reply(COMMENT, Mood.TAKEN, "");

    assertThat(github.asked()).containsExactly("POST " + REACTIONS);
  }

  @Test
  void what_cannot_be_answered_stops_nothing() {
    github.answer("POST", REACTIONS, 410, "{}").answer("POST", COMMENTS, 403, "no");

    assertThatCode(() -> new GitHubReplies(github).reply(COMMENT, Mood.DONE, "text"))
        .doesNotThrowAnyException();
    assertThat(github.asked()).hasSize(2);
  }

  @Test
  void a_rate_limit_is_waited_for_once_and_not_for_ever() throws IOException {
    github.server.stubFor(
        get(urlEqualTo(MEMBERSHIP))
            .inScenario("limit")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7"))
            .willSetStateTo("over"));
    github.server.stubFor(
        get(urlEqualTo(MEMBERSHIP))
            .inScenario("limit")
            .whenScenarioStateIs("over")
            .willReturn(aResponse().withBody("{\"state\":\"active\"}")));
    assertThat(new GitHubTeams(github).isMember("acme/platform", "ana")).isTrue();
    assertThat(github.waits).containsExactly(Duration.ofSeconds(7));

    github.server.stubFor(
        get(urlEqualTo(MEMBERSHIP))
            .willReturn(aResponse().withStatus(403).withHeader("Retry-After", "3600")));
    assertThatExceptionOfType(GitHubException.class)
        .isThrownBy(() -> new GitHubTeams(github).isMember("acme/platform", "ana"));
    assertThat(github.waits).hasSize(1);
  }

  @Test
  void a_redirect_gets_no_token() {
    StandIn elsewhere = new StandIn();
    github.server.stubFor(
        get(urlEqualTo(MEMBERSHIP))
            .willReturn(
                aResponse().withStatus(301).withHeader("Location", elsewhere.server.baseUrl())));

    assertThatExceptionOfType(GitHubException.class)
        .isThrownBy(() -> new GitHubTeams(github).isMember("acme/platform", "ana"))
        .withMessageContaining("has moved");
    assertThat(elsewhere.asked()).isEmpty();
    elsewhere.close();
  }

  @Test
  void the_check_of_requests_has_teeth() {
    GitHubSchemas schemas = new GitHubSchemas();
    assertThat(schemas.names()).hasSize(12);
    assertThat(schemas.request("GET", URI.create("/user"), "")).isNotEmpty();
    assertThat(schemas.request("GET", URI.create(StandIn.INFRA + "?a=b"), "")).isNotEmpty();
    assertThat(schemas.request("POST", URI.create(REACTIONS), "{\"content\":\"wow\"}"))
        .isNotEmpty();
    assertThat(schemas.request("POST", URI.create(REACTIONS), "")).isNotEmpty();
    assertThat(schemas.request("POST", URI.create(COMMENTS), "{\"body\":\"a\",\"b\":1}"))
        .isNotEmpty();
    assertThat(schemas.request("POST", URI.create(COMMENTS), "{\"body\":\"a\"}")).isEmpty();
  }
}
