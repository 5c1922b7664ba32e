package dev.plumbline.publish.render;

import dev.plumbline.publish.escape.Plain;
import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** A value as a Terraform expression. */
public final class ValueText {

  /** Longer strings are cut: nobody compares two certificates by eye. */
  public static final int LIMIT = 400;

  private ValueText() {}

  /** The value on one line. */
  public static String inline(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(var bool) -> Boolean.toString(bool);
      case Value.Num(var number) -> number(number);
      case Value.Text(var text) -> Plain.quoted(text, LIMIT);
      case Value.Listing(var items) ->
          items.stream().map(ValueText::inline).collect(Collectors.joining(", ", "[", "]"));
      case Value.Mapping(var entries) when entries.isEmpty() -> "{}";
      case Value.Mapping(var entries) ->
          entries.entrySet().stream()
              .map(entry -> key(entry.getKey()) + " = " + inline(entry.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  /** A map's key: bare where it may stand so. */
  public static String key(String key) {
    return key.matches("[A-Za-z_][A-Za-z0-9_-]{0,100}") ? key : Plain.quoted(key, LIMIT);
  }

  /** A number as people write it; in scientific form only where it would fill the screen. */
  public static String number(BigDecimal number) {
    return Math.abs(number.scale()) <= 40 ? number.toPlainString() : number.toString();
  }

  /** Whether the value is printed on one line whatever it holds. */
  public static boolean isScalar(Value value) {
    return switch (value) {
      case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> true;
      case Value.Listing(var items) -> items.isEmpty();
      case Value.Mapping(var entries) -> entries.isEmpty();
    };
  }
}
