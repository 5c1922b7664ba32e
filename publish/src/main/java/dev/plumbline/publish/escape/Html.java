package dev.plumbline.publish.escape;

/**
 * Data inside HTML, the same for text and for quoted attributes: no character is left that ends
 * either, and none that nobody can see. Not for {@code style}, {@code script} and event handlers,
 * where no data belongs. Thread-safe.
 */
public final class Html {

  private Html() {}

  /** The data, of any length. */
  public static String line(String data) {
    return entities(Plain.line(data));
  }

  /** The data, cut after {@code limit} characters with a note of how many were cut. */
  public static String line(String data, int limit) {
    return entities(Plain.line(data, limit));
  }

  private static String entities(String line) {
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      switch (character) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        default -> out.append(character);
      }
    }
    return out.toString();
  }
}
