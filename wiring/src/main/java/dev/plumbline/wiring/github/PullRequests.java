package dev.plumbline.wiring.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.config.ConfigurationFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pull requests that change one file of one repository. For one proposal. */
final class PullRequests {

  private final GitHubRest github;
  private final String repository;
  private final String root;
  private final ConfigurationFile file;

  PullRequests(GitHubRest github, String repository, ConfigurationFile file) {
    this.github = github;
    this.repository = repository;
    this.root = "/repos/" + GitHubRest.repository(repository);
    this.file = file;
  }

  /**
   * The file before it is changed.
   *
   * @param branch what the change is for
   * @param commit that branch's newest
   * @param blob what GitHub knows the file's content by
   */
  record Base(String branch, String commit, String blob, String name, String text) {}

  /** The address of the open pull request of that branch of ours. */
  Optional<String> open(String branch) throws IOException {
    String owner = repository.substring(0, repository.indexOf('/'));
    JsonNode pulls =
        github.get(
            "%s/pulls?state=open&head=%s".formatted(root, GitHubRest.part(owner + ":" + branch)));
    return Optional.of(pulls.path(0).path("html_url").asText("")).filter(url -> !url.isEmpty());
  }

  /** The file as the newest commit has it. */
  Base base() throws IOException {
    String branch =
        file.ref().isPresent()
            ? file.ref().get()
            : github.get(root).path("default_branch").asText("");
    String commit =
        github.get(root + "/git/ref/heads/" + parts(branch)).at("/object/sha").asText("");
    JsonNode content =
        github.get("%s/contents/%s?ref=%s".formatted(root, parts(file.path()), commit));
    if (!content.path("encoding").asText("").equals("base64")) {
      throw new IOException(
          "%s of %s cannot be read as one file. Let configuration.path name plumbline.yaml."
              .formatted(file.path(), repository));
    }
    byte[] text = Base64.getMimeDecoder().decode(content.path("content").asText(""));
    return new Base(
        branch, commit, content.path("sha").asText(""), file.path(), new String(text, UTF_8));
  }

  /**
   * Opens the pull request, or finds the one that somebody else opened meanwhile.
   *
   * @return its address
   */
  String create(Base base, String text, IgnoreDraft draft) throws IOException {
    branch(base.commit(), draft.branch());
    commit(base, text, draft);
    ObjectNode pull =
        object()
            .put("title", draft.title())
            .put("head", draft.branch())
            .put("base", base.branch())
            .put("body", draft.body());
    try {
      return github.send("POST", root + "/pulls", pull).path("html_url").asText("");
    } catch (GitHubException e) {
      Optional<String> others = e.status() == 422 ? open(draft.branch()) : Optional.empty();
      return others.orElseThrow(() -> e);
    }
  }

  /** A branch left behind by an attempt that ended, or by a closed pull request, starts anew. */
  private void branch(String commit, String branch) throws IOException {
    try {
      github.send(
          "POST",
          root + "/git/refs",
          object().put("ref", "refs/heads/" + branch).put("sha", commit));
    } catch (GitHubException e) {
      if (e.status() != 422) {
        throw e;
      }
      github.send(
          "PATCH",
          root + "/git/refs/heads/" + parts(branch),
          object().put("sha", commit).put("force", true));
    }
  }

  private void commit(Base base, String text, IgnoreDraft draft) throws IOException {
    github.send(
        "PUT",
        root + "/contents/" + parts(file.path()),
        object()
            .put("message", draft.commit())
            .put("content", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)))
            .put("sha", base.blob())
            .put("branch", draft.branch()));
  }

  private static String parts(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(GitHubRest::part)
        .collect(Collectors.joining("/"));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
