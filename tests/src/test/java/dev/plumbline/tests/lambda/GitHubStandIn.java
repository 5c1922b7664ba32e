package dev.plumbline.tests.lambda;

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
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The repository {@code acme/infra} on a GitHub server of our own. */
final class GitHubStandIn implements AutoCloseable {

  private static final String REPOSITORY = "/repos/acme/infra";
  private static final UUID OUTAGE = UUID.fromString("00000000-0000-0000-0000-000000000001");
  static final String LOGIN = "plumbline-bot";
  private static final JsonMapper JSON = new JsonMapper();

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  GitHubStandIn() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(501)));
    server.stubFor(get("/user").willReturn(okJson("{\"login\":\"" + LOGIN + "\",\"id\":7}")));
    server.stubFor(
        get(REPOSITORY)
            .willReturn(
                okJson(
                    """
                    {"id":1,"name":"infra","full_name":"acme/infra","has_issues":true,
                     "owner":{"login":"acme","id":2}}""")));
    server.stubFor(get(urlPathEqualTo(REPOSITORY + "/labels")).willReturn(okJson("[]")));
    server.stubFor(
        post(REPOSITORY + "/labels").willReturn(okJson("{\"name\":\"x\"}").withStatus(201)));
    server.stubFor(
        post(REPOSITORY + "/issues").willReturn(okJson(issue("").toString()).withStatus(201)));
    server.stubFor(
        patch(urlPathMatching(REPOSITORY + "/issues/\\d+"))
            .willReturn(okJson(issue("").toString())));
    server.stubFor(get(urlPathEqualTo(REPOSITORY + "/issues")).willReturn(okJson("[]")));
    server.stubFor(
        get(urlPathMatching(REPOSITORY + "/issues/\\d+/comments")).willReturn(okJson("[]")));
    people();
  }

  /** Ana may write, and nobody else. */
  private void people() {
    server.stubFor(
        get(urlPathMatching(REPOSITORY + "/collaborators/[^/]+/permission"))
            .willReturn(okJson("{\"permission\":\"read\"}")));
    server.stubFor(
        get(REPOSITORY + "/collaborators/ana/permission")
            .willReturn(okJson("{\"permission\":\"write\"}")));
    server.stubFor(
        post(urlPathMatching(REPOSITORY + "/issues/(comments/)?\\d+/(comments|reactions)"))
            .willReturn(okJson("{\"id\":1}").withStatus(201)));
  }

  String url() {
    return server.baseUrl();
  }

  /** The issues that were opened, as they were sent. */
  List<JsonNode> opened() throws IOException {
    List<String> bodies =
        requests()
            .filter(request -> request.getMethod().equals(RequestMethod.POST))
            .filter(request -> request.getUrl().equals(REPOSITORY + "/issues"))
            .map(Request::getBodyAsString)
            .toList();
    return List.of(JSON.readValue("[" + String.join(",", bodies) + "]", JsonNode[].class));
  }

  /** What issues were changed to, the last last. */
  List<String> changed() {
    return requests()
        .filter(request -> request.getMethod().equals(RequestMethod.PATCH))
        .map(Request::getBodyAsString)
        .toList()
        .reversed();
  }

  /** Answers nothing but failures until {@link #mend}. */
  void fail() {
    server.stubFor(
        any(anyUrl()).withId(OUTAGE).atPriority(1).willReturn(aResponse().withStatus(502)));
  }

  void mend() {
    server.removeStub(OUTAGE);
  }

  /** Lists and shows the issue from now on that was opened so. */
  void keep(JsonNode opened) {
    server.stubFor(
        get(urlPathEqualTo(REPOSITORY + "/issues"))
            .willReturn(okJson("[" + issue(opened.get("body").asText()) + "]")));
    server.stubFor(
        get(REPOSITORY + "/issues/41")
            .willReturn(okJson(issue(opened.get("body").asText()).toString())));
  }

  /** The comments that were written, in the order in which they were. */
  List<String> comments() {
    return requests()
        .filter(request -> request.getUrl().equals(REPOSITORY + "/issues/41/comments"))
        .filter(request -> request.getMethod().equals(RequestMethod.POST))
        .map(Request::getBodyAsString)
        .toList()
        .reversed();
  }

  /** What the issue that was opened first said. */
  String body() throws IOException {
    return opened().getFirst().get("body").asText();
  }

  /** What callers authorised themselves with. */
  Set<String> authorisations() {
    return requests()
        .map(request -> request.getHeader("Authorization"))
        .collect(Collectors.toSet());
  }

  private java.util.stream.Stream<? extends Request> requests() {
    return server.getAllServeEvents().stream().map(ServeEvent::getRequest);
  }

  private static ObjectNode issue(String body) {
    ObjectNode issue = JSON.createObjectNode();
    issue.put("id", 1041).put("number", 41).put("state", "open").put("title", "Drift");
    issue.put("body", body).put("html_url", "https://github.example/acme/infra/issues/41");
    issue.putObject("user").put("login", LOGIN).put("id", 7);
    issue.putArray("labels").addObject().put("name", "drift");
    return issue;
  }

  @Override
  public void close() {
    server.stop();
  }
}
