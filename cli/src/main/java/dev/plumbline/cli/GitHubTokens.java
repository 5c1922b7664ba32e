package dev.plumbline.cli;

import dev.plumbline.publish.github.GitHubSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tokens that whoever runs this command has set, under the names that GitHub's own command line
 * gives them. One of github.com is for github.com alone: a configuration names other addresses.
 */
record GitHubTokens(Map<String, String> environment) implements Function<URI, Optional<String>> {

  GitHubTokens {
    environment = Map.copyOf(environment);
  }

  @Override
  public Optional<String> apply(URI endpoint) {
    String name =
        endpoint.equals(GitHubSettings.GITHUB) ? "GITHUB_TOKEN" : "GITHUB_ENTERPRISE_TOKEN";
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  @Override
  public String toString() {
    return "GitHubTokens";
  }
}
