package dev.plumbline.publish.html;

import dev.plumbline.publish.render.ValueText;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A value as a Terraform expression on as many lines as it takes. Used once, by one thread. */
final class ValueLines {

  private static final int WIDTH = 60;
  private static final int MOST = 200;

  private final List<String> lines = new ArrayList<>();

  private ValueLines() {}

  /** The lines; none for nothing. */
  static List<String> of(Value value) {
    if (value.isEmpty()) {
      return List.of();
    }
    ValueLines text = new ValueLines();
    text.add("", "", value);
    if (text.lines.size() > MOST) {
      List<String> cut = new ArrayList<>(text.lines.subList(0, MOST));
      cut.add("… (%,d more lines)".formatted(text.lines.size() - MOST));
      return cut;
    }
    return text.lines;
  }

  private void add(String indent, String name, Value value) {
    String inline = ValueText.inline(value);
    if (ValueText.isScalar(value) || inline.length() <= WIDTH) {
      lines.add(indent + name + inline);
      return;
    }
    String deeper = indent + "  ";
    switch (value) {
      case Value.Listing(var items) -> {
        lines.add(indent + name + "[");
        items.forEach(item -> add(deeper, "", item));
        lines.add(indent + "]");
      }
      case Value.Mapping(var entries) -> {
        lines.add(indent + name + "{");
        for (Map.Entry<String, Value> entry : entries.entrySet()) {
          add(deeper, ValueText.key(entry.getKey()) + " = ", entry.getValue());
        }
        lines.add(indent + "}");
      }
      case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> lines.add(indent + inline);
    }
  }
}
