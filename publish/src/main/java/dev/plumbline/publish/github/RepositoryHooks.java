package dev.plumbline.publish.github;

import dev.plumbline.publish.PublishException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHEvent;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHHook;
import org.kohsuke.github.GHOrganization;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.HttpException;

/**
 * Whom GitHub tells of what happens in a repository: the webhooks of the repository and, where the
 * token may see them, those of its organisation. Needs a token that may read webhooks, which that
 * of issues usually may not.
 */
public final class RepositoryHooks {

  private static final Duration ANSWER = Duration.ofSeconds(30);

  private RepositoryHooks() {}

  /**
   * A webhook. GitHub never hands out its secret.
   *
   * @param address where it delivers to
   * @param active whether it delivers at all
   * @param comments whether it delivers comments on issues
   * @param json whether it delivers JSON, which is what is signed and read
   * @param signed whether it has a secret
   */
  public record Hook(
      String address, boolean active, boolean comments, boolean json, boolean signed) {}

  /**
   * What the token may see.
   *
   * @param hooks of the repository, and of its organisation
   * @param whole whether an organisation's could be seen, where it is one's
   */
  public record Seen(List<Hook> hooks, boolean whole) {
    public Seen {
      hooks = List.copyOf(hooks);
    }
  }

  /**
   * Asks GitHub, up to four times.
   *
   * @param endpoint the API's address
   * @param repository {@code owner/name}
   * @throws PublishException where the repository's webhooks cannot be read
   */
  public static Seen of(URI endpoint, String token, String repository) throws PublishException {
    try {
      GitHub github = Connection.with(endpoint, token, ANSWER);
      GHRepository asked = github.getRepository(repository);
      List<GHHook> hooks = new ArrayList<>(asked.getHooks());
      Optional<List<GHHook>> organisations = ofOrganisation(github, asked.getOwnerName());
      organisations.ifPresent(hooks::addAll);
      return new Seen(
          hooks.stream().map(RepositoryHooks::hook).toList(), organisations.isPresent());
    } catch (IOException failed) {
      throw new PublishException(
          "The webhooks of %s could not be read from GitHub".formatted(repository),
          "Use a token that may read the repository's webhooks: Webhooks: read, or admin:repo_hook.",
          failed);
    }
  }

  /** None where the owner is a person; empty where the token may not see them. */
  private static Optional<List<GHHook>> ofOrganisation(GitHub github, String owner)
      throws IOException {
    GHOrganization organisation;
    try {
      organisation = github.getOrganization(owner);
    } catch (GHFileNotFoundException _) {
      return Optional.of(List.of());
    }
    try {
      return Optional.of(organisation.getHooks());
    } catch (GHFileNotFoundException _) {
      // What a token may not see is not there for it.
      return Optional.empty();
    } catch (HttpException denied) {
      if (denied.getResponseCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return Optional.empty();
      }
      throw denied;
    }
  }

  private static Hook hook(GHHook hook) {
    Map<String, String> config = hook.getConfig();
    return new Hook(
        Optional.ofNullable(config.get("url")).orElse(""),
        hook.isActive(),
        hook.getEvents().contains(GHEvent.ISSUE_COMMENT) || hook.getEvents().contains(GHEvent.ALL),
        "json".equals(config.get("content_type")),
        config.containsKey("secret"));
  }
}
