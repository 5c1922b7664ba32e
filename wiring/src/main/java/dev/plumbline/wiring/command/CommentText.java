package dev.plumbline.wiring.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the command in a comment: the first line that starts with {@code /plumbline} and that a
 * reader of the rendered comment would take for one. What stands in a code fence, in a quote or in
 * hidden HTML is shown, repeated or not seen, but not said. Used once, by one thread.
 */
public final class CommentText {

  private static final String NAME = "/plumbline";

  /** Up to three spaces and three or more of one mark (CommonMark 0.31, 4.5). */
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");

  private static final Pattern QUOTE = Pattern.compile(" {0,3}>.*");

  private @Nullable String fence;
  private @Nullable String hiddenUntil;
  private boolean quoted;

  private CommentText() {}

  /** What follows {@code /plumbline} on the command's line; empty where there is no command. */
  public static Optional<String> command(String comment) {
    CommentText text = new CommentText();
    return comment
        .lines()
        .filter(text::isSaid)
        .filter(line -> line.startsWith(NAME))
        .map(line -> line.substring(NAME.length()))
        .filter(rest -> rest.isEmpty() || Character.isWhitespace(rest.charAt(0)))
        .findFirst()
        .map(String::strip);
  }

  /** Takes the lines in their order. */
  private boolean isSaid(String line) {
    if (fence != null) {
      closeFence(line, fence);
      return false;
    }
    if (hiddenUntil != null) {
      hide(line, hiddenUntil);
      return false;
    }
    Matcher opening = FENCE.matcher(line);
    if (opening.matches() && isFence(opening.group(1), opening.group(2))) {
      fence = opening.group(1);
      return false;
    }
    quoted = isQuoted(line);
    hideFrom(line, "<!--", "-->");
    hideFrom(line, "<pre", "</pre>");
    return !quoted;
  }

  /** With a backtick behind it, a row of backticks opens a span of code instead. */
  private static boolean isFence(String marks, String behind) {
    return marks.startsWith("~") || !behind.contains("`");
  }

  /** A line that follows a quote without a blank one between is still the quote's. */
  private boolean isQuoted(String line) {
    return QUOTE.matcher(line).matches() || (quoted && !line.isBlank());
  }

  private void closeFence(String line, String opened) {
    Matcher closing = FENCE.matcher(line);
    if (closing.matches() && closing.group(1).startsWith(opened) && closing.group(2).isBlank()) {
      fence = null;
    }
  }

  private void hideFrom(String line, String start, String end) {
    int at = line.lastIndexOf(start);
    if (at >= 0 && line.indexOf(end, at) < 0) {
      hiddenUntil = end;
    }
  }

  private void hide(String line, String end) {
    if (line.contains(end)) {
      hiddenUntil = null;
    }
  }
}
