package dev.plumbline.engine.redact;

import java.util.ArrayList;
import java.util.List;

/** One step of an attribute path. */
sealed interface Step {

  /** Into an object's attribute or a map's key; which of both the writing does not always tell. */
  record Member(String name) implements Step {}

  /** Into an element of a list or set. */
  record Element(int index) implements Step {}

  /** The steps of a path such as {@code block[0].attr} or {@code tags["a.b"]}. */
  static List<Step> of(String path) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < path.length()) {
      if (path.charAt(at) == '.') {
        at++;
      } else if (path.charAt(at) == '[') {
        int end = closing(path, at);
        steps.add(bracket(path.substring(at + 1, end)));
        at = end + 1;
      } else {
        int end = at;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
        steps.add(new Member(path.substring(at, end)));
        at = end;
      }
    }
    return steps;
  }

  private static Step bracket(String content) {
    if (content.length() >= 2 && content.startsWith("\"") && content.endsWith("\"")) {
      String key = content.substring(1, content.length() - 1);
      return new Member(key.replace("\\\"", "\"").replace("\\\\", "\\"));
    }
    return content.matches("[0-9]{1,9}")
        ? new Element(Integer.parseInt(content))
        : new Member(content);
  }

  private static int closing(String path, int open) {
    boolean quoted = false;
    for (int i = open + 1; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ']' && !quoted) {
        return i;
      }
    }
    return path.length();
  }
}
