package dev.plumbline.publish.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The two methods of Slack's Web API that messages need. */
final class FakeSlack implements AutoCloseable {

  static final String POST = "/api/chat.postMessage";
  static final String UPDATE = "/api/chat.update";

  final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  FakeSlack() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(501)));
    answer(POST, okJson("{\"ok\":true,\"channel\":\"C012AB3CD\",\"ts\":\"1.000100\"}"));
    answer(UPDATE, okJson("{\"ok\":true,\"channel\":\"C012AB3CD\",\"ts\":\"1.000100\"}"));
  }

  void answer(String method, ResponseDefinitionBuilder answer) {
    server.stubFor(post(method).willReturn(answer));
  }

  void refuse(String method, String error) {
    answer(method, okJson("{\"ok\":false,\"error\":\"%s\"}".formatted(error)));
  }

  SlackSettings settings() {
    return new SlackSettings(
        URI.create(server.baseUrl() + "/api/"), "xoxb-canary", Duration.ofSeconds(60));
  }

  /** The forms sent to that method, in order. */
  List<Map<String, String>> sent(String method) {
    return server.getAllServeEvents().reversed().stream()
        .map(ServeEvent::getRequest)
        .filter(request -> request.getUrl().equals(method))
        .map(request -> form(request.getBodyAsString()))
        .toList();
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
  }
}
