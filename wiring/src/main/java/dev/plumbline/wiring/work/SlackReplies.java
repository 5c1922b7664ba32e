package dev.plumbline.wiring.work;

import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.slack.EphemeralAnswer;
import dev.plumbline.publish.slack.FromMarkdown;
import dev.plumbline.publish.slack.ResponseUrls;
import dev.plumbline.remediation.Origin;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers those who asked in Slack, so that only they see it. Thread-safe. */
public final class SlackReplies implements Replies {

  private static final Logger LOG = LoggerFactory.getLogger(SlackReplies.class);

  private final ResponseUrls urls;

  public SlackReplies(ResponseUrls urls) {
    this.urls = urls;
  }

  @Override
  public void reply(Origin origin, Mood mood, String markdown) {
    switch (origin) {
      case Origin.Slack slack when !slack.responseUrl().isEmpty() -> send(slack, mood, markdown);
      case Origin.Slack _ -> LOG.warn("An answer was not sent: Slack gave no response_url");
      // Whoever asked elsewhere is answered there.
      case Origin.Comment _, Origin.Api _, Origin.Terminal _, Origin.Policy _ -> {}
    }
  }

  private void send(Origin.Slack to, Mood mood, String markdown) {
    List<String> lines = new ArrayList<>(FromMarkdown.lines(markdown));
    if (lines.isEmpty()) {
      return;
    }
    if (mood != Mood.TAKEN) {
      lines.addFirst(sign(mood));
    }
    try {
      urls.send(to.responseUrl(), EphemeralAnswer.of(lines).toClick(false));
    } catch (PublishException e) {
      LOG.error("{}", Plain.line(e.getMessage() + " " + e.action(), 1000));
    }
  }

  private static String sign(Mood mood) {
    return switch (mood) {
      case TAKEN -> "";
      case DONE -> "*Done.*";
      case REFUSED -> "*Refused.*";
      case FAILED -> "*Failed.*";
    };
  }
}
