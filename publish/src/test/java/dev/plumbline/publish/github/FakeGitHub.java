package dev.plumbline.publish.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.plumbline.publish.github.api.GitHubDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The few endpoints of GitHub's API that issues need, for the repository {@code acme/infra}. */
final class FakeGitHub implements AutoCloseable {

  static final String LOGIN = "plumbline-bot";
  static final String REPOSITORY = "/repos/acme/infra";

  private static final JsonMapper JSON = new JsonMapper();

  final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  FakeGitHub() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(501)));
    server.stubFor(get("/user").willReturn(okJson("{\"login\":\"" + LOGIN + "\",\"id\":7}")));
    repository(true);
    server.stubFor(get(urlPathEqualTo(REPOSITORY + "/labels")).willReturn(okJson("[]")));
    server.stubFor(post(REPOSITORY + "/labels").willReturn(created("{\"name\":\"x\"}")));
    server.stubFor(
        post(REPOSITORY + "/issues").willReturn(created(issue(99, LOGIN, "open", "").toString())));
    server.stubFor(
        patch(urlPathMatching(REPOSITORY + "/issues/\\d+"))
            .willReturn(okJson(issue(1, LOGIN, "open", "").toString())));
    server.stubFor(
        post(urlPathMatching(REPOSITORY + "/issues/\\d+/comments"))
            .willReturn(created("{\"id\":1,\"body\":\"\"}")));
    issues();
  }

  void repository(boolean issues) {
    server.stubFor(
        get(REPOSITORY)
            .willReturn(
                okJson(
                    """
                    {"id":1,"name":"infra","full_name":"acme/infra","has_issues":%s,
                     "html_url":"https://github.example/acme/infra",
                     "owner":{"login":"acme","id":2}}"""
                        .formatted(issues))));
  }

  void issues(JsonNode... issues) {
    String array = Arrays.stream(issues).map(JsonNode::toString).collect(Collectors.joining(","));
    issues(okJson("[" + array + "]"));
  }

  void issues(ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathEqualTo(REPOSITORY + "/issues")).willReturn(answer));
  }

  static ObjectNode issue(int number, String author, String state, String body) {
    ObjectNode issue = JSON.createObjectNode();
    issue.put("id", 1000 + number).put("number", number).put("state", state).put("title", "Drift");
    issue.put("body", body).put("html_url", "https://github.example/acme/infra/issues/" + number);
    issue.putObject("user").put("login", author).put("id", 7);
    issue.putArray("labels").addObject().put("name", "plumbline");
    return issue;
  }

  static ResponseDefinitionBuilder created(String json) {
    return okJson(json).withStatus(201);
  }

  GitHubSettings settings(int maxNewIssues, boolean baseline, boolean dryRun) {
    return new GitHubSettings(
        URI.create(server.baseUrl()),
        "acme/infra",
        "token",
        Optional.empty(),
        List.of("team-a"),
        maxNewIssues,
        baseline,
        dryRun,
        Duration.ofMinutes(2));
  }

  /** Bodies sent by that method to paths that end so, in order. */
  List<JsonNode> sent(RequestMethod method, String pathEnd) {
    return server.getAllServeEvents().reversed().stream()
        .map(ServeEvent::getRequest)
        .filter(request -> request.getMethod().equals(method))
        .filter(request -> request.getUrl().endsWith(pathEnd))
        .map(request -> json(request.getBodyAsString()))
        .toList();
  }

  long writes() {
    return server.getAllServeEvents().stream()
        .filter(event -> !event.getRequest().getMethod().equals(RequestMethod.GET))
        .count();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What GitHub's official description has against what was asked. */
  List<String> problems() {
    GitHubDescription description = GitHubDescription.read();
    return server.getAllServeEvents().stream()
        .map(ServeEvent::getRequest)
        .filter(request -> !request.getUrl().contains("-page-"))
        .flatMap(
            request ->
                description
                    .problems(
                        request.getMethod().value(),
                        URI.create(request.getUrl()),
                        request.getBodyAsString())
                    .stream())
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }
}
