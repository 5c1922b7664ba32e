package dev.plumbline.wiring.github;

import dev.plumbline.remediation.Directory;
import java.io.IOException;

/** Teams of GitHub's organisations. Whoever is only invited is no member yet. Thread-safe. */
public final class GitHubTeams implements Directory {

  private final GitHubDoor github;

  public GitHubTeams(GitHubDoor github) {
    this.github = github;
  }

  @Override
  public boolean isMember(String team, String login) throws IOException {
    int slash = team.indexOf('/');
    if (slash <= 0) {
      return false;
    }
    return github
        .toTeams()
        .find(
            "/orgs/%s/teams/%s/memberships/%s"
                .formatted(
                    GitHubRest.part(team.substring(0, slash)),
                    GitHubRest.part(team.substring(slash + 1)),
                    GitHubRest.part(login)))
        .filter(answer -> answer.path("state").asText("").equals("active"))
        .isPresent();
  }
}
