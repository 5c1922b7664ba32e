package dev.plumbline.publish.escape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Data as plain text on one line: no control character, no invisible or direction-changing
 * character, no line break and nothing that a build would carry out survives as itself; each is
 * shown as an escape, so that nothing is hidden either. Thread-safe.
 */
public final class Plain {

  /**
   * What runs builds reads commands out of what they print: GitHub {@code ::name::} and {@code
   * ::name key=value::} at a line's start, behind blanks, and {@code ##[name]} anywhere (its
   * runner's {@code ActionCommand}); Azure and TeamCity {@code ##word[} anywhere. A line may be
   * broken at any blank.
   */
  private static final Pattern COMMAND =
      Pattern.compile("(?<![^\\s\\p{Z}]):(?=:[A-Za-z-]{4,40}+(?:::|[\\s\\p{Z}]))|##\\w{0,20}+\\[");

  private Plain() {}

  /** The text on one line, of any length. */
  public static String line(String data) {
    StringBuilder out = new StringBuilder(data.length());
    data.codePoints().forEach(point -> append(out, point));
    return COMMAND
        .matcher(out)
        .replaceAll(mark -> Matcher.quoteReplacement(lastEscaped(mark.group())));
  }

  private static String lastEscaped(String mark) {
    int last = mark.length() - 1;
    return "%s\\u%04x".formatted(mark.substring(0, last), (int) mark.charAt(last));
  }

  /** The text on one line, cut after {@code limit} characters with a note of how many were cut. */
  public static String line(String data, int limit) {
    String cut = cut(data, limit);
    String line = line(cut);
    int dropped = data.length() - cut.length();
    return dropped == 0 ? line : "%s… (%,d more characters)".formatted(line, dropped);
  }

  /** A quoted string on one line; quotes and backslashes inside are escaped. */
  public static String quoted(String data, int limit) {
    String cut = cut(data, limit);
    String quoted = '"' + line(cut.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    int dropped = data.length() - cut.length();
    return dropped == 0 ? quoted : "%s… (%,d more characters)".formatted(quoted, dropped);
  }

  /**
   * Text for people in a plain message: as {@link #line(String, int)}, and {@code @} in its wide
   * form, because chat tools that receive such messages notify people at a plain one.
   */
  public static String message(String data, int limit) {
    return line(data, limit).replace('@', '\uFF20');
  }

  /** Printable ASCII only; anything else becomes {@code ?}. At most {@code limit} characters. */
  public static String ascii(String data, int limit) {
    StringBuilder out = new StringBuilder();
    data.codePoints()
        .forEach(point -> out.append(point >= ' ' && point < 0x7f ? (char) point : '?'));
    return out.length() <= limit ? out.toString() : out.substring(0, limit - 3) + "...";
  }

  private static String cut(String data, int limit) {
    if (data.length() <= limit) {
      return data;
    }
    int end = Character.isHighSurrogate(data.charAt(limit - 1)) ? limit - 1 : limit;
    return data.substring(0, end);
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isPrintable(point)) {
          out.appendCodePoint(point);
        } else {
          out.append((Character.isBmpCodePoint(point) ? "\\u%04x" : "\\U%08x").formatted(point));
        }
      }
    }
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
