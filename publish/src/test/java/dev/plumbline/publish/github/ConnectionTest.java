package dev.plumbline.publish.github;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GitHubBuilder;

class ConnectionTest {

  @Test
  void a_server_that_hangs_is_given_up_on() throws IOException {
    try (FakeGitHub hanging = new FakeGitHub()) {
      hanging.server.stubFor(
          get(FakeGitHub.REPOSITORY).willReturn(okJson("{}").withFixedDelay(20_000)));
      var github =
          new GitHubBuilder()
              .withEndpoint(hanging.server.baseUrl())
              .withConnector(new Connection(Duration.ofSeconds(1)))
              .build();
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> github.getRepository("acme/infra"))
          .satisfies(
              e ->
                  assertThat(Trouble.of(e, "acme/infra").why())
                      .startsWith("GitHub cannot be reached"));
    }
  }
}
