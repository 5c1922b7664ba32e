package dev.plumbline.engine.ignore;

/**
 * A pattern for addresses, types, ids and attribute paths. {@code *} stands for any text, dots and
 * brackets included; every other character stands for itself, because addresses and paths have
 * brackets of their own. Matching takes at most pattern × text steps, whatever the pattern.
 *
 * @param pattern the pattern as written
 */
public record Glob(String pattern) {

  /** Matches everything. */
  public static final Glob ANY = new Glob("*");

  /** Whether the whole text fits the pattern. */
  public boolean matches(String text) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (in < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = in;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(c -> c == '*');
  }

  /** Whether the pattern fits the path itself, or a path that it lies below. */
  public boolean covers(String path) {
    if (matches(path)) {
      return true;
    }
    for (int end = 1; end < path.length(); end++) {
      char next = path.charAt(end);
      if ((next == '.' || next == '[') && matches(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
