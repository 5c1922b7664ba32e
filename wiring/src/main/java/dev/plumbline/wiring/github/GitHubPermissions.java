package dev.plumbline.wiring.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Origin;
import dev.plumbline.wiring.work.Permissions;
import java.io.IOException;
import java.util.Set;

/**
 * Who may ask for things in a comment: whoever may write to the repository, as GitHub says at that
 * moment. The other faces have checked before. Thread-safe.
 */
public final class GitHubPermissions implements Permissions {

  private static final Set<String> ENOUGH = Set.of("write", "maintain", "admin");

  private final GitHubDoor github;

  public GitHubPermissions(GitHubDoor github) {
    this.github = github;
  }

  @Override
  public boolean mayAsk(Actor by, Origin origin) throws IOException {
    return switch (origin) {
      case Origin.Comment(String repository, int _, long _) ->
          by.realm() == Actor.Realm.GITHUB && mayWrite(repository, by.id());
      case Origin.Slack _, Origin.Api _, Origin.Terminal _, Origin.Policy _ -> true;
    };
  }

  /** A role of an organisation's own counts as the permission that GitHub derives from it. */
  private boolean mayWrite(String repository, String login) throws IOException {
    return github
        .to(repository)
        .find(
            "/repos/%s/collaborators/%s/permission"
                .formatted(GitHubRest.repository(repository), GitHubRest.part(login)))
        .map((JsonNode answer) -> answer.path("permission").asText(""))
        .filter(ENOUGH::contains)
        .isPresent();
  }
}
