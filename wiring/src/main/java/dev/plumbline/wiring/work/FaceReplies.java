package dev.plumbline.wiring.work;

import dev.plumbline.remediation.Origin;

/** Answers through the face that somebody asked by. Thread-safe. */
public final class FaceReplies implements Replies {

  private final Replies github;
  private final Replies slack;
  private final Replies api;

  public FaceReplies(Replies github, Replies slack, Replies api) {
    this.github = github;
    this.slack = slack;
    this.api = api;
  }

  @Override
  public void reply(Origin origin, Mood mood, String markdown) {
    switch (origin) {
      case Origin.Comment _ -> github.reply(origin, mood, markdown);
      case Origin.Slack _ -> slack.reply(origin, mood, markdown);
      case Origin.Api _ -> api.reply(origin, mood, markdown);
      case Origin.Terminal _, Origin.Policy _ -> {
        // They ask again, or watch the audit trail: there is nowhere to answer.
      }
    }
  }
}
