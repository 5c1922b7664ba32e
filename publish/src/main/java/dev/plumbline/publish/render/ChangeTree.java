package dev.plumbline.publish.render;

import dev.plumbline.engine.Change;
import dev.plumbline.publish.escape.Plain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A resource's changes by their paths, so that what changed in one block or map stands together.
 */
final class ChangeTree {

  private final List<Change> changes = new ArrayList<>();
  private final SequencedMap<String, ChangeTree> children = new LinkedHashMap<>();

  static ChangeTree of(List<Change> changes) {
    ChangeTree root = new ChangeTree();
    for (Change change : changes) {
      ChangeTree node = root;
      for (String label : labels(change.path())) {
        node = node.children.computeIfAbsent(label, _ -> new ChangeTree());
      }
      node.changes.add(change);
    }
    return root;
  }

  /** The changes at this very path. */
  List<Change> changes() {
    return changes;
  }

  /** What is nested below, by its printable label. */
  SequencedMap<String, ChangeTree> children() {
    return children;
  }

  /** Whether what is below are a map's keys and not a block's attributes. */
  boolean isMap() {
    return !children.isEmpty() && children.firstEntry().getKey().startsWith("\"");
  }

  /**
   * The path's labels: {@code rule[1].name} is {@code rule[1]}, {@code name}; {@code tags["a.b"]}
   * is {@code tags}, {@code "a.b"}. A first block's {@code [0]} says nothing and is left out when
   * something follows.
   */
  static List<String> labels(String path) {
    List<String> labels = new ArrayList<>();
    StringBuilder label = new StringBuilder();
    int i = 0;
    while (i < path.length()) {
      char character = path.charAt(i);
      if (character == '[' && path.startsWith("[\"", i)) {
        flush(labels, label);
        int end = endOfKey(path, i);
        labels.add(Plain.line(path.substring(i + 1, end), ValueText.LIMIT));
        i = end + 1;
      } else if (character == '.') {
        flush(labels, label);
        i++;
      } else if (path.startsWith("[0].", i)) {
        i += "[0]".length();
      } else {
        label.append(character);
        i++;
      }
    }
    flush(labels, label);
    return labels.isEmpty() ? List.of("\"\"") : labels;
  }

  /** Where the key's closing bracket is, or the end of a path that has none. */
  private static int endOfKey(String path, int start) {
    for (int i = start + 2; i < path.length(); i++) {
      if (path.charAt(i) == '\\') {
        i++;
      } else if (path.startsWith("\"]", i)) {
        return i + 1;
      }
    }
    return path.length();
  }

  private static void flush(List<String> labels, StringBuilder label) {
    if (!label.isEmpty()) {
      labels.add(Plain.line(label.toString(), ValueText.LIMIT));
      label.setLength(0);
    }
  }
}
