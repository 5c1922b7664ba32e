package dev.plumbline.publish.escape;

import java.util.ArrayList;
import java.util.List;

/**
 * Data inside Slack's texts. Thread-safe.
 *
 * <p>Slack reads commands, mentions and links only between angle brackets, and asks for {@code &},
 * {@code <} and {@code >} as entities wherever they are meant as themselves
 * (docs.slack.dev/messaging/formatting-message-text). What it would guess from bare text it leaves
 * alone in a text object that is {@code plain_text} or {@code verbatim}, so data belongs into one
 * of those. Formatting ends where code begins, and nothing but a backtick ends code. Limits are in
 * characters of what is written, because those are what Slack counts.
 */
public final class Mrkdwn {

  private static final String CUT = "…";

  /** Looks like a backtick, and closes nothing. */
  private static final char GRAVE = '\u02CB';

  private Mrkdwn() {}

  /** Inline data as code, at most {@code limit} characters with its marks. */
  public static String code(String data, int limit) {
    String text = text(data, limit - 2).replace('`', GRAVE);
    return "`" + (text.isBlank() ? "-" : text) + "`";
  }

  /** Data on one line of a plain text object, at most {@code limit} characters. */
  public static String text(String data, int limit) {
    StringBuilder out = new StringBuilder();
    // What is longer than that would be cut anyway, and may be very long.
    Plain.line(data.substring(0, Math.min(data.length(), limit + 1)))
        .codePoints()
        .forEach(point -> out.append(entity(point)));
    boolean whole = data.length() <= limit && out.length() <= limit;
    return whole ? out.toString() : cut(out, limit - CUT.length()) + CUT;
  }

  /**
   * Data where Slack would turn a bare name into a mention: as {@link #text}, and {@code @} in its
   * wide form.
   */
  public static String message(String data, int limit) {
    return text(data, limit).replace('@', '\uFF20');
  }

  /**
   * Lines in blocks of code that they cannot close.
   *
   * @param limit how long one block may be, its marks included
   * @param most how many blocks there may be; what does not fit is left out, and that is said
   */
  public static List<String> fences(String lines, int limit, int most) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    List<String> all = lines.lines().toList();
    int room = limit - 60;
    for (int i = 0; i < all.size(); i++) {
      String line = text(all.get(i), Math.min(room, 300)).replace('`', GRAVE) + "\n";
      if (block.length() + line.length() > room) {
        if (blocks.size() + 1 == most) {
          block.append("… and %,d more lines\n".formatted(all.size() - i));
          break;
        }
        blocks.add(fence(block));
        block.setLength(0);
      }
      block.append(line);
    }
    if (!block.isEmpty()) {
      blocks.add(fence(block));
    }
    return blocks;
  }

  private static String fence(StringBuilder lines) {
    return "```\n" + lines + "```";
  }

  private static String entity(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> Character.toString(point);
    };
  }

  /** Never within an entity or a pair of surrogates. */
  private static String cut(StringBuilder text, int limit) {
    int end = Math.min(Math.max(limit, 0), text.length());
    int entity = text.lastIndexOf("&", end - 1);
    if (entity >= 0 && text.indexOf(";", entity) >= end) {
      end = entity;
    }
    return text.substring(
        0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
