package dev.plumbline.publish.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import dev.plumbline.publish.escape.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/** Blocks in which nothing but our own marks is read. Limits are Slack's. */
public final class BlockText {

  /** Of a section's text. */
  static final int SECTION = 3000;

  static final int HEADER = 150;

  private BlockText() {}

  /** Data as text that is only shown. */
  static PlainTextObject plain(String data, int limit) {
    return PlainTextObject.builder().text(Mrkdwn.text(data, limit)).emoji(false).build();
  }

  static HeaderBlock header(String data) {
    return HeaderBlock.builder().text(plain(data, HEADER)).build();
  }

  /** A section of our own marks around data that was escaped. */
  public static SectionBlock section(String mrkdwn) {
    return SectionBlock.builder().text(marked(mrkdwn)).build();
  }

  static ContextBlock context(String data) {
    return ContextBlock.builder().elements(List.of(plain(data, 1000))).build();
  }

  /** Escaped lines in as few sections as hold them. */
  static List<LayoutBlock> sections(List<String> lines) {
    List<LayoutBlock> sections = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (!text.isEmpty() && text.length() + line.length() + 1 > SECTION) {
        sections.add(section(text.toString()));
        text.setLength(0);
      }
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    if (!text.isEmpty()) {
      sections.add(section(text.toString()));
    }
    return sections;
  }

  private static MarkdownTextObject marked(String mrkdwn) {
    return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
  }
}
