package dev.plumbline.wiring.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.config.Configuration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredGitHubTest {

  private final List<String> tokens = new ArrayList<>();

  private GitHubDoor door(String yaml) {
    return new ConfiguredGitHub(
        () -> {
          try {
            return Configuration.parse(yaml, "test");
          } catch (Exception e) {
            throw new IOException(e);
          }
        },
        github -> {
          tokens.add(github.repository());
          return "the-token";
        });
  }

  @Test
  void a_repository_is_reached_as_its_stack_says() throws IOException {
    try (StandIn server = new StandIn()) {
      server.answer(
          "GET", "/orgs/acme/teams/platform/memberships/ana", 200, "{\"state\":\"active\"}");
      String yaml =
          """
          version: 1
          stacks:
            - {name: a, state: a.tfstate, publish: {github: {repository: acme/infra, baseUrl: "%s"}}}
          """
              .formatted(server.server.baseUrl());

      assertThat(new GitHubTeams(door(yaml)).isMember("acme/platform", "ana")).isTrue();
      assertThat(tokens).containsExactly("acme/infra");
      assertThat(door(yaml).to("ACME/infra")).isNotNull();
    }
  }

  @Test
  void a_repository_that_is_configured_nowhere_gets_no_token() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> door("version: 1\n").to("evil/infra"))
        .withMessageContaining("evil/infra")
        .withMessageContaining("publish.github");
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> door("version: 1\n").toTeams());
    assertThat(tokens).isEmpty();
  }
}
