package dev.plumbline.publish.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.RepositoryHooks.Hook;
import dev.plumbline.publish.github.api.GitHubDescription;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RepositoryHooksTest {

  private static final String ORGANISATION = "/orgs/acme";

  @RegisterExtension
  static final WireMockExtension GITHUB =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @BeforeEach
  void repository() {
    GITHUB.stubFor(
        get(urlPathEqualTo("/repos/acme/infra"))
            .willReturn(
                okJson(
                    """
                    {"id": 1, "name": "infra", "full_name": "acme/infra",
                     "owner": {"login": "acme", "id": 2}}
                    """)));
    GITHUB.stubFor(
        get(urlPathEqualTo("/repos/acme/infra/hooks"))
            .willReturn(
                okJson(
                    """
                    [{"id": 1, "name": "web", "active": true, "events": ["issue_comment"],
                      "config": {"url": "https://a.example/github", "content_type": "json", "secret": "********"}},
                     {"id": 2, "name": "web", "active": false, "events": ["push", "an_event_of_tomorrow"],
                      "config": {"url": "https://b.example/", "content_type": "form"}}]
                    """)));
    GITHUB.stubFor(
        get(urlPathEqualTo(ORGANISATION)).willReturn(okJson("{\"id\": 2, \"login\": \"acme\"}")));
  }

  @Test
  void the_repositorys_and_its_organisations_are_told() throws Exception {
    GITHUB.stubFor(
        get(urlPathEqualTo(ORGANISATION + "/hooks"))
            .willReturn(
                okJson(
                    """
                    [{"id": 3, "name": "web", "active": true, "events": ["*"],
                      "config": {"url": "https://c.example/", "content_type": "json", "secret": "********"}}]
                    """)));

    RepositoryHooks.Seen seen = hooks();

    assertThat(seen.whole()).isTrue();
    assertThat(seen.hooks())
        .containsExactly(
            new Hook("https://a.example/github", true, true, true, true),
            new Hook("https://b.example/", false, false, false, false),
            new Hook("https://c.example/", true, true, true, true));
  }

  @Test
  void a_persons_repository_has_no_others() throws Exception {
    answer(ORGANISATION, 404);

    assertThat(hooks().whole()).isTrue();
    assertThat(hooks().hooks()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void what_the_token_may_not_see_is_said_not_to_be_seen(int status) throws Exception {
    answer(ORGANISATION + "/hooks", status);

    assertThat(hooks().whole()).isFalse();
    assertThat(hooks().hooks()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void a_token_that_may_not_read_webhooks_is_told_what_it_needs(int status) {
    answer("/repos/acme/infra/hooks", status);

    assertThatThrownBy(RepositoryHooksTest::hooks)
        .isInstanceOfSatisfying(
            PublishException.class,
            failed -> assertThat(failed.action()).contains("may read the repository's webhooks"));
  }

  @AfterEach
  void every_request_is_one_that_github_describes() {
    assertThat(GITHUB.getAllServeEvents()).isNotEmpty();
    assertThat(GitHubDescription.read().problems(GITHUB.getAllServeEvents())).isEmpty();
  }

  private static void answer(String path, int status) {
    GITHUB.stubFor(
        get(urlPathEqualTo(path)).willReturn(aResponse().withStatus(status).withBody("{}")));
  }

  private static RepositoryHooks.Seen hooks() throws PublishException {
    return RepositoryHooks.of(URI.create(GITHUB.baseUrl()), "t", "acme/infra");
  }
}
