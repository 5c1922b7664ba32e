package dev.plumbline.publish.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message.
 *
 * @param notification what is shown where blocks are not, escaped
 */
record SlackText(String notification, List<LayoutBlock> blocks) {
  SlackText {
    blocks = List.copyOf(blocks);
  }
}
