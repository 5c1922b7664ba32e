package dev.plumbline.wiring.github;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.StackEntry;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.github.GitHubSettings;
import dev.plumbline.wiring.settings.DeployedConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** GitHub by the configuration's {@code publish.github}. Thread-safe. */
public final class ConfiguredGitHub implements GitHubDoor {

  private final DeployedConfiguration deployed;
  private final Tokens tokens;
  private final HttpClient http = GitHubRest.client();

  public ConfiguredGitHub(DeployedConfiguration deployed, Tokens tokens) {
    this.deployed = deployed;
    this.tokens = tokens;
  }

  /** A token for what the configuration says of GitHub. */
  @FunctionalInterface
  public interface Tokens {
    String of(Publish.GitHub github) throws IOException;
  }

  @Override
  public GitHubRest to(String repository) throws IOException {
    return rest(
        each -> each.repository().equalsIgnoreCase(repository),
        "The configuration publishes no issues to " + Plain.line(repository, 200));
  }

  @Override
  public GitHubRest toTeams() throws IOException {
    return rest(_ -> true, "The configuration names no repository on GitHub");
  }

  private GitHubRest rest(Predicate<Publish.GitHub> wanted, String otherwise) throws IOException {
    Publish.GitHub github =
        all(deployed.configuration())
            .filter(wanted)
            .findFirst()
            .orElseThrow(
                () -> new IOException(otherwise + ". Set publish.github in the configuration."));
    return new GitHubRest(
        github.baseUrl().map(URI::create).orElse(GitHubSettings.GITHUB),
        () -> tokens.of(github),
        http,
        Thread::sleep);
  }

  private static Stream<Publish.GitHub> all(Configuration configuration) {
    return Stream.concat(
            Stream.of(configuration.defaults().publish()),
            configuration.stacks().stream().map(StackEntry::settings).map(each -> each.publish()))
        .map(Publish::github)
        .flatMap(Optional::stream);
  }
}
