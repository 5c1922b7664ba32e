package dev.plumbline.wiring.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A GitHub server of our own. Closing it checks every request against the official description. */
final class StandIn implements AutoCloseable, GitHubDoor {

  static final String INFRA = "/repos/acme/infra";

  final List<Duration> waits = new ArrayList<>();
  final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
  private final JsonMapper json = new JsonMapper();

  StandIn() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(501)));
  }

  StandIn answer(String method, String url, int status, String body) {
    server.stubFor(
        request(method, urlEqualTo(url)).willReturn(aResponse().withStatus(status).withBody(body)));
    return this;
  }

  @Override
  public GitHubRest to(String repository) {
    return rest();
  }

  @Override
  public GitHubRest toTeams() {
    return rest();
  }

  GitHubRest rest() {
    return new GitHubRest(
        URI.create(server.baseUrl()), () -> "the-token", GitHubRest.client(), waits::add);
  }

  /** {@code METHOD /path}, in order. */
  List<String> asked() {
    return requests().stream().map(each -> each.getMethod() + " " + each.getUrl()).toList();
  }

  /** The body of the last request of that method and path. */
  JsonNode sent(String method, String url) throws IOException {
    return json.readTree(
        requests().stream()
            .filter(each -> each.getMethod().getName().equals(method) && each.getUrl().equals(url))
            .reduce((_, last) -> last)
            .orElseThrow()
            .getBodyAsString());
  }

  private List<Request> requests() {
    return server.getAllServeEvents().reversed().stream()
        .map(ServeEvent::getRequest)
        .map(Request.class::cast)
        .toList();
  }

  @Override
  public void close() {
    List<Request> requests = requests();
    server.stop();
    GitHubSchemas schemas = new GitHubSchemas();
    assertThat(requests)
        .allSatisfy(
            each -> {
              assertThat(
                      schemas.request(
                          each.getMethod().getName(),
                          URI.create(each.getUrl()),
                          each.getBodyAsString()))
                  .isEmpty();
              assertThat(each.getHeader("Authorization")).isEqualTo("Bearer the-token");
            });
  }
}
