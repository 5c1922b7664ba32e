package dev.plumbline.remediation.plan;

import dev.plumbline.engine.redact.Documents;
import dev.plumbline.state.Value;
import dev.plumbline.state.Value.Listing;
import dev.plumbline.state.Value.Mapping;
import dev.plumbline.state.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Where two masked values differ, as lines in Terraform's style. */
final class Differing {

  private Differing() {}

  static void lines(String indent, String name, Value before, Value after, List<String> into) {
    if (Alike.alike(before, after)) {
      return;
    }
    if (before.isEmpty()) {
      into.add("%s+ %s = %s".formatted(indent, name, Shown.value(after)));
    } else if (after.isEmpty()) {
      into.add("%s- %s = %s -> null".formatted(indent, name, Shown.value(before)));
    } else if (before instanceof Mapping one && after instanceof Mapping other) {
      into.add("%s~ %s = {".formatted(indent, name));
      members(indent + "    ", one, other, into);
      into.add(indent + "  }");
    } else if (before instanceof Listing(var one) && after instanceof Listing(var other)) {
      into.add("%s~ %s = [".formatted(indent, name));
      elements(indent + "    ", one, other, into);
      into.add(indent + "  ]");
    } else if (document(before).isPresent() && document(after).isPresent()) {
      List<String> inside = new ArrayList<>();
      lines(indent, name + " (JSON)", document(before).get(), document(after).get(), inside);
      into.addAll(inside);
    } else {
      into.add(
          "%s~ %s = %s -> %s".formatted(indent, name, Shown.value(before), Shown.value(after)));
    }
  }

  private static void members(String indent, Mapping one, Mapping other, List<String> into) {
    TreeSet<String> names = new TreeSet<>(one.entries().keySet());
    names.addAll(other.entries().keySet());
    names.forEach(name -> lines(indent, Shown.name(name), one.at(name), other.at(name), into));
  }

  /** Elements by their content: whether order matters is not told by a plan. */
  private static void elements(
      String indent, List<Value> one, List<Value> other, List<String> into) {
    List<Value> gone = without(one, other);
    List<Value> come = without(other, one);
    if (gone.size() == 1
        && come.size() == 1
        && gone.getFirst() instanceof Mapping left
        && come.getFirst() instanceof Mapping right) {
      into.add(indent + "~ {");
      members(indent + "    ", left, right, into);
      into.add(indent + "  }");
      return;
    }
    gone.forEach(item -> into.add("%s- %s".formatted(indent, Shown.value(item))));
    come.forEach(item -> into.add("%s+ %s".formatted(indent, Shown.value(item))));
    if (gone.isEmpty() && come.isEmpty()) {
      into.add(indent + "# in another order");
    }
  }

  private static List<Value> without(List<Value> items, List<Value> others) {
    List<Value> left = new ArrayList<>(items);
    others.forEach(left::remove);
    return left;
  }

  private static Optional<Value> document(Value value) {
    return value instanceof Text(var text) ? Documents.parse(text) : Optional.empty();
  }
}
