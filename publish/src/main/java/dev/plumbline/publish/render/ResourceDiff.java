package dev.plumbline.publish.render;

import static dev.plumbline.publish.render.ValueText.inline;
import static dev.plumbline.publish.render.ValueText.isScalar;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.render.DiffLine.Sign;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One resource's drift in the look of Terraform's own plan. Used once, by one thread. */
final class ResourceDiff {

  private static final int LONGEST_LINE = 1000;

  private final int width;
  private final List<DiffLine> lines = new ArrayList<>();

  private ResourceDiff(int width) {
    this.width = width;
  }

  /** The resource's block, from its first line to its closing brace. */
  static List<DiffLine> of(ResourceReport resource, int width) {
    ResourceDiff diff = new ResourceDiff(width);
    boolean gone = resource.status() == Status.DELETED;
    diff.add(
        gone ? Sign.REMOVE : Sign.CHANGE,
        0,
        "resource %s %s {"
            .formatted(
                Plain.quoted(resource.type(), ValueText.LIMIT),
                Plain.quoted(ResourceName.of(resource.address()), ValueText.LIMIT)));
    ChangeTree tree = ChangeTree.of(resource.changes());
    int pad = Math.max(resource.id().isEmpty() ? 0 : 2, labelWidth(tree));
    if (!resource.id().isEmpty()) {
      diff.add(
          gone ? Sign.REMOVE : Sign.NONE,
          1,
          padded("id", pad) + " = " + Plain.quoted(resource.id(), ValueText.LIMIT));
    }
    diff.children(tree, 1, pad);
    diff.add(Sign.NONE, 0, "}");
    return List.copyOf(diff.lines);
  }

  private static int labelWidth(ChangeTree tree) {
    return tree.children().entrySet().stream()
        .filter(child -> !child.getValue().changes().isEmpty() || child.getValue().isMap())
        .mapToInt(child -> child.getKey().length())
        .filter(length -> length <= 40)
        .max()
        .orElse(0);
  }

  private void children(ChangeTree tree, int depth, int pad) {
    for (Map.Entry<String, ChangeTree> child : tree.children().entrySet()) {
      ChangeTree node = child.getValue();
      for (Change change : node.changes()) {
        change(padded(child.getKey(), pad) + " = ", change, depth);
      }
      if (!node.children().isEmpty()) {
        String open = node.isMap() ? padded(child.getKey(), pad) + " = {" : child.getKey() + " {";
        add(Sign.CHANGE, depth, open);
        children(node, depth + 1, labelWidth(node));
        add(Sign.NONE, depth, "}");
      }
    }
  }

  private void change(String prefix, Change change, int depth) {
    Sign sign = sign(change.expected(), change.actual());
    if (change.sensitive()) {
      add(sign, depth, prefix + "(sensitive value)");
    } else if (change.items().isEmpty()) {
      difference(prefix, change.expected(), change.actual(), depth);
    } else {
      items(prefix, change, depth);
    }
  }

  private void items(String prefix, Change change, int depth) {
    boolean set = change.items().stream().allMatch(item -> item.path().isEmpty());
    boolean json = change.expected() instanceof Value.Text || change.actual() instanceof Value.Text;
    add(Sign.CHANGE, depth, prefix + (json ? "jsonencode(" : "") + (set ? "[" : "{"));
    for (Change.Item item : change.items()) {
      String label = item.path().isEmpty() ? "" : Plain.line(item.path(), ValueText.LIMIT) + " = ";
      switch (item.action()) {
        case ADDED -> value(Sign.ADD, depth + 1, label, item.actual());
        case REMOVED -> value(Sign.REMOVE, depth + 1, label, item.expected());
        case CHANGED -> difference(label, item.expected(), item.actual(), depth + 1);
      }
    }
    add(Sign.NONE, depth, (set ? "]" : "}") + (json ? ")" : ""));
  }

  private void difference(String prefix, Value expected, Value actual, int depth) {
    switch (sign(expected, actual)) {
      case ADD -> value(Sign.ADD, depth, prefix, actual);
      case REMOVE -> {
        if (isScalar(expected)) {
          add(Sign.REMOVE, depth, prefix + inline(expected) + " -> null");
        } else {
          value(Sign.REMOVE, depth, prefix, expected);
        }
      }
      case CHANGE, NONE -> {
        String before = prefix + bounded(expected);
        String after = "-> " + bounded(actual);
        if (fits(before + " " + after, depth)) {
          add(Sign.CHANGE, depth, before + " " + after);
        } else {
          add(Sign.CHANGE, depth, before);
          add(Sign.NONE, depth, " ".repeat(Math.max(0, prefix.length() - 3)) + after);
        }
      }
    }
  }

  private static String bounded(Value value) {
    return Plain.line(inline(value), LONGEST_LINE);
  }

  private void value(Sign sign, int depth, String prefix, Value value) {
    String line = prefix + inline(value);
    switch (value) {
      case Value.Mapping(var entries) when !isScalar(value) && !isSmall(value, line, depth) -> {
        add(sign, depth, prefix + "{");
        int pad =
            entries.keySet().stream().mapToInt(k -> ValueText.key(k).length()).max().orElse(0);
        entries.forEach(
            (key, member) -> {
              if (!member.isEmpty()) {
                value(
                    sign, depth + 1, padded(ValueText.key(key), Math.min(pad, 40)) + " = ", member);
              }
            });
        add(Sign.NONE, depth, "}");
      }
      case Value.Listing(var items) when !isScalar(value) && !isSmall(value, line, depth) -> {
        add(sign, depth, prefix + "[");
        items.forEach(item -> value(sign, depth + 1, "", item));
        add(Sign.NONE, depth, "]");
      }
      case Value.Null _,
          Value.Bool _,
          Value.Num _,
          Value.Text _,
          Value.Listing _,
          Value.Mapping _ ->
          add(sign, depth, line);
    }
  }

  /** A list of scalars that fits stays on its line, as a person would write it. */
  private boolean isSmall(Value value, String line, int depth) {
    return value instanceof Value.Listing(var items)
        && items.stream().allMatch(ValueText::isScalar)
        && fits(line, depth);
  }

  private boolean fits(String text, int depth) {
    return 4 + 4 * depth + text.length() <= width;
  }

  private static Sign sign(Value expected, Value actual) {
    if (expected.isEmpty()) {
      return Sign.ADD;
    }
    return actual.isEmpty() ? Sign.REMOVE : Sign.CHANGE;
  }

  private static String padded(String label, int width) {
    return label + " ".repeat(Math.max(0, width - label.length()));
  }

  private void add(Sign sign, int depth, String text) {
    lines.add(new DiffLine(sign, depth, text));
  }
}
