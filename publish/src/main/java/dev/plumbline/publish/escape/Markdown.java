package dev.plumbline.publish.escape;

import java.util.Locale;

/**
 * Data inside GitHub-flavoured markdown. Thread-safe.
 *
 * <p>Inline data always stands in {@code <code>}: GitHub turns mentions, references and emoji codes
 * into links only outside of it, and does so after entities are resolved, so entities alone would
 * not stop {@code @team}. What markdown itself would read inside the element is written as
 * entities. A backtick span would not do: in a table, a backslash before a pipe ends the cell.
 */
public final class Markdown {

  private static final String ALWAYS = "&<>`\\*~|[!$@";

  private Markdown() {}

  /** Inline data, cut after {@code limit} characters. */
  public static String code(String data, int limit) {
    return "<code>" + entities(Plain.line(data, limit)) + "</code>";
  }

  /**
   * Lines in a fence that they cannot close. A comment's opening is broken up too, because a reader
   * that looks for our hidden marker sees the raw text.
   *
   * @param language the fence's info string
   * @param lines printable lines that end in a line break
   */
  public static String fence(String language, String lines) {
    String safe = lines.replace("<!--", "<\\u0021--");
    String mark = "`".repeat(Math.max(3, longestRun(safe) + 1));
    return mark + language + "\n" + safe + mark + "\n";
  }

  private static String entities(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (ALWAYS.indexOf(character) >= 0 || isActive(line, i)) {
        out.append("&#").append((int) character).append(';');
      } else {
        out.append(character);
      }
    }
    return out.toString();
  }

  /** Emphasis at a word's edge, and what GitHub makes a link of without being asked. */
  private static boolean isActive(String line, int i) {
    return switch (line.charAt(i)) {
      case '_' -> !isWord(line, i - 1) || !isWord(line, i + 1);
      case ':' -> line.startsWith("//", i + 1) || endsWith(line, i, "mailto", "xmpp");
      case '.' -> endsWith(line, i, "www");
      default -> false;
    };
  }

  private static boolean endsWith(String line, int end, String... words) {
    String before = line.substring(Math.max(0, end - 6), end).toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (before.endsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String line, int i) {
    return i >= 0 && i < line.length() && Character.isLetterOrDigit(line.charAt(i));
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
