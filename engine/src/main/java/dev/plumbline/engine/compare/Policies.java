package dev.plumbline.engine.compare;

import dev.plumbline.state.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IAM policy documents by what they allow and deny: statements and their values in any order, one
 * value or a list of one, an account's id or its root's ARN, actions in any case. Source: the IAM
 * JSON policy elements reference.
 */
final class Policies {

  private static final Set<String> ACTIONS = Set.of("Action", "NotAction");
  private static final Set<String> PRINCIPALS = Set.of("Principal", "NotPrincipal");
  private static final Pattern ROOT = Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}):root");

  /** What a document without a version is read as. */
  private static final Value OLD_VERSION = Value.of("2008-10-17");

  private Policies() {}

  /** The document in canonical form; the value itself where it is no policy. */
  static Value canonical(Value text) {
    Value document = Documents.parse(text);
    if (!(document instanceof Value.Mapping(var entries))) {
      return document;
    }
    Map<String, Value> canonical = new TreeMap<>(entries);
    canonical.put("Statement", Value.of(statements(document)));
    canonical.putIfAbsent("Version", OLD_VERSION);
    canonical.values().removeIf(Value::isEmpty);
    return Value.of(canonical);
  }

  /** Its statements in canonical form and order. */
  static List<Value> statements(Value document) {
    return listed(document.at("Statement")).stream()
        .map(Policies::statement)
        .distinct()
        .sorted(Comparator.comparing(Value::toString))
        .toList();
  }

  private static Value statement(Value statement) {
    Map<String, Value> canonical = new TreeMap<>();
    Values.entries(statement)
        .forEach(
            (element, value) -> {
              if (!value.isEmpty()) {
                canonical.put(element, element(element, value));
              }
            });
    return Value.of(canonical);
  }

  private static Value element(String element, Value value) {
    if (element.equals("Sid") || element.equals("Effect")) {
      return value;
    }
    if (element.equals("Condition")) {
      return each(value, operator -> each(operator, Policies::sorted));
    }
    if (PRINCIPALS.contains(element)) {
      Value named = value.equals(Value.of("*")) ? Value.of(Map.of("AWS", value)) : value;
      return each(named, Policies::principals);
    }
    if (ACTIONS.contains(element)) {
      return sorted(Value.of(listed(value).stream().map(Policies::lowerCase).toList()));
    }
    return sorted(value);
  }

  private static Value each(Value map, java.util.function.UnaryOperator<Value> change) {
    Map<String, Value> changed = new TreeMap<>();
    Values.entries(map).forEach((key, value) -> changed.put(key, change.apply(value)));
    return Value.of(changed);
  }

  private static Value principals(Value value) {
    return sorted(Value.of(listed(value).stream().map(Policies::principal).toList()));
  }

  private static Value principal(Value value) {
    Matcher root = ROOT.matcher(value.text());
    return root.matches() ? Value.of(root.group(1)) : value;
  }

  private static Value lowerCase(Value action) {
    return Value.of(action.text().toLowerCase(Locale.ROOT));
  }

  private static Value sorted(Value value) {
    return Value.of(
        listed(value).stream()
            .map(Policies::written)
            .distinct()
            .sorted(Comparator.comparing(Value::toString))
            .toList());
  }

  private static Value written(Value value) {
    return switch (value) {
      case Value.Bool(var truth) -> Value.of(Boolean.toString(truth));
      case Value.Num(var number) -> Value.of(number.toPlainString());
      case Value.Null _, Value.Text _, Value.Listing _, Value.Mapping _ -> value;
    };
  }

  static List<Value> listed(Value value) {
    return value instanceof Value.Listing(var items)
        ? items
        : value.isEmpty() ? List.of() : List.of(value);
  }
}
