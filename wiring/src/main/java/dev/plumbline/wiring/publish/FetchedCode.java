package dev.plumbline.wiring.publish;

import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.RemediationPolicy.Source;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.RepositoryCode;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.StackPlans.Named;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stacks' code where the configuration says it lies: at hand, or in a repository on GitHub, fetched
 * once for one scan and thrown away after it. For one thread.
 */
public final class FetchedCode implements CodeIgnores.Folders {

  private final CodeIgnores.Folders atHand;
  private final GitHubAccess access;
  private final Map<String, Path> fetched = new HashMap<>();

  /**
   * @param base what folders at hand are relative to
   */
  public FetchedCode(Path base, GitHubAccess access) {
    this.atHand = CodeIgnores.Folders.below(base);
    this.access = access;
  }

  @Override
  public Optional<Path> of(Named stack, Source source) throws IOException {
    Optional<Path> here = atHand.of(stack, source);
    if (here.isPresent() || source.repository().isEmpty()) {
      return here;
    }
    Path folder = repository(stack, source, source.repository().get()).resolve(source.directory());
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "%s has no code in %s".formatted(source.repository().get(), source.directory()));
    }
    return Optional.of(folder);
  }

  private Path repository(Named stack, Source source, String repository) throws IOException {
    String key = repository + "@" + source.ref().orElse("");
    Path known = fetched.get(key);
    if (known != null) {
      return known;
    }
    Publish.GitHub github =
        stack.settings().publish().github().orElseGet(() -> byDeploymentsToken(repository));
    try {
      GitHubAccess.Grant grant = access.to(github);
      Path folder = Files.createTempDirectory("plumbline-code");
      fetched.put(key, folder);
      RepositoryCode.fetch(grant.endpoint(), grant.token(), repository, source.ref(), folder);
      return folder;
    } catch (PublishException failed) {
      throw new IOException(failed.getMessage() + ". " + failed.action(), failed);
    } catch (SettingsException failed) {
      throw new IOException(
          "the code of %s cannot be fetched: %s".formatted(repository, failed.getMessage()),
          failed);
    }
  }

  private static Publish.GitHub byDeploymentsToken(String repository) {
    return new Publish.GitHub(
        repository, List.of(), 0, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public void close() throws IOException {
    for (Path folder : fetched.values()) {
      try (Stream<Path> below = Files.walk(folder)) {
        List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
        for (Path each : deepestFirst) {
          Files.delete(each);
        }
      }
    }
    fetched.clear();
  }
}
