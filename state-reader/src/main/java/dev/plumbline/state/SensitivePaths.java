package dev.plumbline.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The state's sensitive_attributes as attribute paths: {@code password}, {@code tags["x"]}, {@code
 * list[0].b}. Where a step cannot be written as a path, the path ends before it, so that more is
 * sensitive and never less.
 */
final class SensitivePaths {

  private SensitivePaths() {}

  static List<String> of(Value marks, Value.Mapping attributes, Address address) throws Refusal {
    List<String> paths = new ArrayList<>();
    for (Value path : list(marks, address)) {
      String written = written(list(path, address));
      if (written.isEmpty()) {
        paths.addAll(attributes.entries().keySet());
      } else {
        paths.add(written);
      }
    }
    return paths.stream().distinct().toList();
  }

  /** What cannot be read is refused: a mark that is overlooked is a secret that is shown. */
  private static List<Value> list(Value value, Address address) throws Refusal {
    return switch (value) {
      case Value.Null _ -> List.of();
      case Value.Listing(var items) -> items;
      case Value.Bool _, Value.Num _, Value.Text _, Value.Mapping _ ->
          throw Refusal.notAState(address + " has sensitive_attributes that are no list of paths.");
    };
  }

  private static String written(List<Value> steps) {
    var path = new StringBuilder();
    for (Value step : steps) {
      String next = next(step, path.isEmpty());
      if (next.isEmpty()) {
        break;
      }
      path.append(next);
    }
    return path.toString();
  }

  private static String next(Value step, boolean first) {
    return switch (step.at("type").text()) {
      case "get_attr" -> {
        String name = step.at("value").text();
        yield first || name.isEmpty() ? name : "." + name;
      }
      case "index" -> index(step.at("value"));
      default -> "";
    };
  }

  /** Written as {@code {value, type}} by every release that was looked at; bare is taken too. */
  private static String index(Value key) {
    return switch (key) {
      case Value.Text(var text) -> "[" + InstanceKey.quoted(text) + "]";
      case Value.Num(var number) -> "[" + number.toPlainString() + "]";
      case Value.Mapping wrapped when !(wrapped.at("value") instanceof Value.Mapping) ->
          index(wrapped.at("value"));
      case Value.Mapping _, Value.Null _, Value.Bool _, Value.Listing _ -> "";
    };
  }
}
