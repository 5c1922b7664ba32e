package dev.plumbline.wiring.doctor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.plumbline.engine.config.Configuration;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HooksCheckTest {

  private static final URI WEBHOOK = URI.create("https://abc.example/github");
  private static final String WELL =
      """
      {"id": 1, "name": "web", "active": true, "events": ["issue_comment"],
       "config": {"url": "https://abc.example/github", "content_type": "json", "secret": "********"}}""";

  @RegisterExtension
  static final WireMockExtension GITHUB =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  @BeforeEach
  void repository() {
    for (String name : List.of("infra", "shop")) {
      GITHUB.stubFor(
          get(urlPathEqualTo("/repos/acme/" + name))
              .willReturn(
                  okJson(
                      "{\"id\": 1, \"full_name\": \"acme/%s\", \"name\": \"%s\", \"owner\": {\"login\": \"acme\"}}"
                          .formatted(name, name))));
      has(name, WELL);
    }
    GITHUB.stubFor(get(urlPathEqualTo("/orgs/acme")).willReturn(aResponse().withStatus(404)));
  }

  @Test
  void every_repository_with_issues_is_asked_once() throws Exception {
    assertThat(look()).isInstanceOf(Outcome.Ok.class);
    GITHUB.verify(1, getRequestedFor(urlPathEqualTo("/repos/acme/infra/hooks")));
    GITHUB.verify(1, getRequestedFor(urlPathEqualTo("/repos/acme/shop/hooks")));
  }

  @Test
  void a_repository_that_github_tells_nobody_of_is_a_fault() throws Exception {
    has("shop", WELL.replace("abc.example", "another.example"));

    Outcome outcome = look();

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).faults())
        .singleElement()
        .extracting(Fault::what)
        .isEqualTo("The webhook of acme/shop for https://abc.example/github does not exist.");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"active\": true', '\"active\": false', is switched off",
    "issue_comment, push, is not told of issue comments",
    "'\"json\"', '\"form\"', does not send application/json",
    "', \"secret\": \"********\"', '', has no secret"
  })
  void what_keeps_comments_from_arriving_is_named(String from, String to, String said)
      throws Exception {
    has("infra", WELL.replace(from, to));

    assertThat(((Outcome.Failed) look()).faults())
        .singleElement()
        .extracting(Fault::what)
        .asString()
        .endsWith(said + ".");
  }

  @Test
  void an_old_one_beside_one_that_works_is_none() throws Exception {
    has("infra", WELL.replace("issue_comment", "push") + "," + WELL);

    assertThat(look()).isInstanceOf(Outcome.Ok.class);
  }

  @Test
  void what_cannot_be_seen_is_not_known_and_not_well() throws Exception {
    GITHUB.stubFor(
        get(urlPathMatching("/repos/acme/.*/hooks")).willReturn(aResponse().withStatus(404)));

    assertThat(look()).isInstanceOf(Outcome.Warn.class);
  }

  @Test
  void nobody_is_asked_without_a_token_or_an_address() throws Exception {
    assertThat(check(Optional.of(WEBHOOK), Optional.empty()).look())
        .isInstanceOf(Outcome.Skipped.class);
    assertThat(check(Optional.empty(), Optional.of("t")).look())
        .isInstanceOf(Outcome.Skipped.class);
    GITHUB.verify(0, getRequestedFor(urlPathMatching(".*")));
  }

  private static void has(String repository, String hooks) {
    GITHUB.stubFor(
        get(urlPathEqualTo("/repos/acme/%s/hooks".formatted(repository)))
            .willReturn(okJson("[" + hooks + "]")));
  }

  private static Outcome look() throws Exception {
    return check(Optional.of(WEBHOOK), Optional.of("t")).look();
  }

  private static HooksCheck check(Optional<URI> address, Optional<String> token) throws Exception {
    String yaml =
        """
        version: 1
        defaults: {publish: {github: {repository: acme/infra, baseUrl: "%1$s"}}}
        stacks:
          - {name: infra, state: "s3://b/infra"}
          - {name: shop, state: "s3://b/shop", publish: {github: {repository: acme/shop, baseUrl: "%1$s"}}}
          - {name: app, state: "s3://b/app", publish: {github: {repository: acme/app, baseUrl: "%1$s",
             app: {id: "1", installation: "2", privateKeySecret: key}}}}
        """
            .formatted(GITHUB.baseUrl());
    return new HooksCheck(address, Optional.of(Configuration.parse(yaml, "test")), _ -> token);
  }
}
