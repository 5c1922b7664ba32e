package dev.plumbline.wiring.work;

import dev.plumbline.remediation.Origin;

/** Answers through the face that somebody asked by. Thread-safe. */
public final class FaceReplies implements Replies {

  private final Replies github;
  private final Replies slack;

  public FaceReplies(Replies github, Replies slack) {
    this.github = github;
    this.slack = slack;
  }

  @Override
  public void reply(Origin origin, Mood mood, String markdown) {
    switch (origin) {
      case Origin.Comment _ -> github.reply(origin, mood, markdown);
      case Origin.Slack _ -> slack.reply(origin, mood, markdown);
      case Origin.Api _, Origin.Terminal _, Origin.Policy _ -> {
        // They ask again, or watch the audit trail: there is nowhere to answer.
      }
    }
  }
}
