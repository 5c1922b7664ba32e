package dev.plumbline.wiring.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.remediation.Origin;
import dev.plumbline.wiring.work.Replies;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a comment by a reaction to it and a comment behind it. Thread-safe. */
public final class GitHubReplies implements Replies {

  /** How each of our own comments starts, so that none is ever taken for somebody's. */
  public static final String MARK = "<!-- plumbline:reply -->";

  private static final Logger LOG = LoggerFactory.getLogger(GitHubReplies.class);

  /** GitHub's limit for a comment is 65,536 characters. */
  private static final int LONGEST = 60_000;

  private final GitHubDoor github;

  public GitHubReplies(GitHubDoor github) {
    this.github = github;
  }

  @Override
  public void reply(Origin origin, Mood mood, String markdown) {
    if (origin instanceof Origin.Comment comment) {
      attempt("Reacting to", comment, () -> react(comment, mood));
      if (!markdown.isEmpty()) {
        attempt("Answering", comment, () -> answer(comment, markdown));
      }
    }
  }

  private interface Telling {
    void tell() throws IOException;
  }

  private static void attempt(String doing, Origin.Comment comment, Telling telling) {
    try {
      telling.tell();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn(
          "{} a comment on {}#{} failed: {}",
          doing,
          comment.repository(),
          comment.issue(),
          Plain.line(String.valueOf(e.getMessage())));
    }
  }

  private void react(Origin.Comment comment, Mood mood) throws IOException {
    String content =
        switch (mood) {
          case TAKEN -> "eyes";
          case DONE -> "+1";
          case REFUSED -> "-1";
          case FAILED -> "confused";
        };
    github
        .to(comment.repository())
        .send(
            "POST",
            "/repos/%s/issues/comments/%d/reactions"
                .formatted(GitHubRest.repository(comment.repository()), comment.comment()),
            JsonNodeFactory.instance.objectNode().put("content", content));
  }

  private void answer(Origin.Comment comment, String markdown) throws IOException {
    String text = markdown.length() <= LONGEST ? markdown : markdown.substring(0, LONGEST) + "…";
    github
        .to(comment.repository())
        .send(
            "POST",
            "/repos/%s/issues/%d/comments"
                .formatted(GitHubRest.repository(comment.repository()), comment.issue()),
            JsonNodeFactory.instance.objectNode().put("body", MARK + "\n" + text));
  }
}
