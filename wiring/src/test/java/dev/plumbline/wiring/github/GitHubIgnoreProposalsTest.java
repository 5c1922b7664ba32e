package dev.plumbline.wiring.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Origin;
import dev.plumbline.wiring.work.IgnoreProposals.Proposal;
import dev.plumbline.wiring.work.Work;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitHubIgnoreProposalsTest {

  private static final String DEPLOYED =
      """
      version: 1
      defaults: {publish: {github: {repository: acme/infra}}}
      people:
        - {github: ana, slack: U012AB3CD}
      """;
  private static final String FILE =
      """
      version: 1 # the format
      ignore:
        # autoscaling moves it
        - {address: "aws_ecs_service.*", attribute: desired_count, reason: autoscaling, owner: "@platform"}
      """;
  private static final String CONTENTS = StandIn.INFRA + "/contents/plumbline.yaml";
  private static final String URL = "https://github.com/acme/infra/pull/5";
  private static final String COMMIT = "c".repeat(40);

  private final StandIn github = new StandIn();
  private final String branch = IgnoreDraft.of(ignore("tests")).branch();
  private final String pulls = pulls(ignore("tests"));

  private static String pulls(Work.Ignore ignore) {
    return StandIn.INFRA + "/pulls?state=open&head=acme%3A" + part(IgnoreDraft.of(ignore).branch());
  }

  private static String part(String text) {
    return GitHubRest.part(text);
  }

  private static Work.Ignore ignore(String because) {
    return new Work.Ignore(
        "freeside",
        "aws_x.y[\"@all fixes #1\"]",
        Optional.of("tags[\"Name\"]"),
        LocalDate.of(2027, 1, 31),
        because,
        new Actor(Actor.Realm.SLACK, "U012AB3CD"),
        new Origin.Comment("acme/infra", 12, 4711));
  }

  private Proposal propose(String deployed, Work.Ignore ignore) throws Exception {
    Configuration configuration = Configuration.parse(deployed, "deployed");
    return new GitHubIgnoreProposals(github, () -> configuration).propose(ignore);
  }

  @BeforeEach
  void the_repository() {
    github
        .answer("GET", pulls, 200, "[]")
        .answer("GET", StandIn.INFRA, 200, "{\"default_branch\":\"main\"}")
        .answer(
            "GET",
            StandIn.INFRA + "/git/ref/heads/main",
            200,
            "{\"object\":{\"sha\":\"" + COMMIT + "\"}}")
        .answer("POST", StandIn.INFRA + "/git/refs", 201, "{}")
        .answer("PUT", CONTENTS, 200, "{}")
        .answer("POST", StandIn.INFRA + "/pulls", 201, "{\"html_url\":\"" + URL + "\"}");
    file(FILE);
  }

  private void file(String text) {
    github.answer(
        "GET",
        CONTENTS + "?ref=" + COMMIT,
        200,
        "{\"encoding\":\"base64\",\"sha\":\"blob\",\"content\":\"%s\"}"
            .formatted(
                Base64.getMimeEncoder(60, "\n".getBytes(UTF_8))
                    .encodeToString(text.getBytes(UTF_8))
                    .replace("\n", "\\n")));
  }

  @AfterEach
  void every_request_is_as_described() {
    github.close();
  }

  @Test
  void a_pull_request_adds_one_rule_and_changes_nothing_else() throws Exception {
    Work.Ignore ignore = ignore("load \"tests\" # until: x");
    github.answer("GET", pulls(ignore), 200, "[]");
    assertThat(propose(DEPLOYED, ignore)).isEqualTo(new Proposal.Opened(URL));

    String written =
        new String(
            Base64.getDecoder().decode(github.sent("PUT", CONTENTS).path("content").asText()),
            UTF_8);
    assertThat(written)
        .isEqualTo(
            FILE.replace(
                "ignore:\n",
                """
                ignore:
                  - {address: "aws_x.y[\\"@all fixes #1\\"]", attribute: "tags[\\"Name\\"]", stack: "freeside", reason: "load \\"tests\\" # until: x", owner: "@ana", expires: "2027-01-31"}
                """));
    assertThat(github.sent("PUT", CONTENTS).path("sha").asText()).isEqualTo("blob");
  }

  @Test
  void nothing_that_somebody_wrote_is_a_command_to_git_or_github() throws Exception {
    Work.Ignore ignore = ignore("fixes #1, @acme/all ![x](http://evil) <script>");
    github.answer("GET", pulls(ignore), 200, "[]");
    propose(DEPLOYED, ignore);

    assertThat(github.sent("PUT", CONTENTS).path("message").asText())
        .isEqualTo("Ignore one drift until 2027-01-31");
    JsonNode pull = github.sent("POST", StandIn.INFRA + "/pulls");
    assertThat(pull.path("title").asText()).doesNotContain("#", "@");
    assertThat(pull.path("body").asText())
        .contains("slack:U012AB3CD", "<code>fixes #1,")
        .doesNotContain("@acme", "![", "<script");
  }

  @Test
  void the_same_again_is_the_same_pull_request() throws Exception {
    github.answer("GET", pulls, 200, "[{\"html_url\":\"" + URL + "\"}]");

    assertThat(propose(DEPLOYED, ignore("tests"))).isEqualTo(new Proposal.Open(URL));
    assertThat(github.asked()).containsExactly("GET " + pulls);
    assertThat(IgnoreDraft.of(ignore("another reason")).branch()).isNotEqualTo(branch);
  }

  @Test
  void two_at_once_make_one() throws Exception {
    github.answer("POST", StandIn.INFRA + "/pulls", 422, "{\"message\":\"A pull request exists\"}");
    github.server.stubFor(
        WireMock.get(pulls)
            .inScenario("race")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(WireMock.okJson("[]"))
            .willSetStateTo("there"));
    github.server.stubFor(
        WireMock.get(pulls)
            .inScenario("race")
            .whenScenarioStateIs("there")
            .willReturn(WireMock.okJson("[{\"html_url\":\"" + URL + "\"}]")));

    assertThat(propose(DEPLOYED, ignore("tests"))).isEqualTo(new Proposal.Opened(URL));
  }

  @Test
  void a_branch_that_was_left_behind_starts_anew() throws Exception {
    String ref = StandIn.INFRA + "/git/refs/heads/" + branch;
    github
        .answer("POST", StandIn.INFRA + "/git/refs", 422, "{\"message\":\"exists\"}")
        .answer("PATCH", ref, 200, "{}");

    assertThat(propose(DEPLOYED, ignore("tests"))).isEqualTo(new Proposal.Opened(URL));
    assertThat(github.sent("PATCH", ref).path("sha").asText()).isEqualTo(COMMIT);
  }

  @Test
  void a_rule_that_is_there_is_not_proposed() throws Exception {
    propose(DEPLOYED, ignore("tests"));
    file(
        new String(
            Base64.getDecoder().decode(github.sent("PUT", CONTENTS).path("content").asText()),
            UTF_8));

    assertThat(propose(DEPLOYED, ignore("tests"))).isEqualTo(new Proposal.Present());
  }

  @Test
  void a_file_that_cannot_be_edited_gives_the_rule_to_add_by_hand() throws Exception {
    file("{version: 1}\n");

    assertThat(propose(DEPLOYED, ignore("tests")))
        .isInstanceOfSatisfying(
            Proposal.Refused.class,
            refused -> assertThat(refused.action()).startsWith("Add it by hand: {address: "));
    assertThat(github.asked()).noneMatch(each -> !each.startsWith("GET"));
  }

  @Test
  void the_configuration_says_where_its_file_is_kept() throws Exception {
    String main = "/repos/acme/settings";
    github
        .answer("GET", main + "/pulls?state=open&head=acme%3A" + part(branch), 200, "[]")
        .answer(
            "GET",
            main + "/git/ref/heads/release/next",
            200,
            "{\"object\":{\"sha\":\"" + COMMIT + "\"}}")
        .answer(
            "GET",
            main + "/contents/drift/a%20b.yaml?ref=" + COMMIT,
            200,
            "{\"encoding\":\"base64\",\"sha\":\"s\",\"content\":\"dmVyc2lvbjogMQo=\"}")
        .answer("POST", main + "/git/refs", 201, "{}")
        .answer("PUT", main + "/contents/drift/a%20b.yaml", 200, "{}")
        .answer("POST", main + "/pulls", 201, "{\"html_url\":\"" + URL + "\"}");

    assertThat(
            propose(
                DEPLOYED
                    + "configuration: {repository: acme/settings, path: drift/a b.yaml, ref: release/next}\n",
                ignore("tests")))
        .isEqualTo(new Proposal.Opened(URL));
    assertThat(github.sent("POST", main + "/pulls").path("base").asText())
        .isEqualTo("release/next");
  }

  @Test
  void without_a_repository_it_says_what_to_set() throws Exception {
    assertThat(propose("version: 1\n", ignore("tests")))
        .isInstanceOfSatisfying(
            Proposal.Refused.class,
            refused -> assertThat(refused.action()).contains("configuration.repository"));
  }

  @Test
  void whoever_is_not_listed_is_named_as_they_came() throws Exception {
    propose(
        "version: 1\ndefaults: {publish: {github: {repository: acme/infra}}}\n", ignore("tests"));

    assertThat(
            new String(
                Base64.getDecoder().decode(github.sent("PUT", CONTENTS).path("content").asText()),
                UTF_8))
        .contains("owner: \"slack:U012AB3CD\"");
  }
}
