package dev.plumbline.publish.slack;

import com.slack.api.model.block.LayoutBlock;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.publish.Newcomer;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Mrkdwn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Says in Slack which resources somebody has made that no stack manages. Thread-safe. */
public final class NewcomerNote {

  /** As many as surely fit into a message. */
  public static final int MOST = 10;

  private static final int NAME = 200;

  private NewcomerNote() {}

  /**
   * Posts a message.
   *
   * @param channel its name or id
   */
  public static void post(List<Newcomer> newcomers, String channel, SlackSettings settings)
      throws PublishException, IOException {
    try (SlackClient slack = new SlackClient(settings, Pause.REAL)) {
      slack.post(channel, text(newcomers));
    }
  }

  static SlackText text(List<Newcomer> newcomers) {
    String heading = Phrases.count(newcomers.size(), "new resource") + " in no stack";
    List<LayoutBlock> blocks = new ArrayList<>(List.of(BlockText.header(heading)));
    blocks.addAll(BlockText.sections(newcomers.stream().map(NewcomerNote::line).toList()));
    return new SlackText("Plumbline: " + heading, blocks);
  }

  private static String line(Newcomer each) {
    Cause cause = each.cause();
    return "%s %s\n%s by %s (%s, %s)"
        .formatted(
            Mrkdwn.code(each.resource().type(), NAME),
            Mrkdwn.code(each.resource().id(), NAME),
            Mrkdwn.code(cause.event(), NAME),
            Mrkdwn.code(cause.principal(), NAME),
            Mrkdwn.code(cause.via(), NAME),
            Mrkdwn.code(cause.at().toString(), NAME));
  }
}
