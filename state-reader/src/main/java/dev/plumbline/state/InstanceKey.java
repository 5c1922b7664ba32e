package dev.plumbline.state;

import java.math.BigDecimal;

/**
 * Instance keys in Terraform's own writing: {@code [0]}, {@code ["a"]}. Strings are quoted the way
 * Terraform's and OpenTofu's address writers do (HCL's quoted template: template introducers
 * doubled, what Go calls not printable as {@code \\u} or {@code \\U} escape), because people and
 * scripts compare addresses as text.
 */
final class InstanceKey {

  private InstanceKey() {}

  /** The key as an address ends with it, "" for none. */
  static String written(Value key, String resource) throws Refusal {
    return switch (key) {
      case Value.Null _ -> "";
      case Value.Num(var number) when isWhole(number) -> "[" + number.toBigInteger() + "]";
      case Value.Text(var text) -> "[" + quoted(text) + "]";
      case Value.Num _, Value.Bool _, Value.Listing _, Value.Mapping _ ->
          throw Refusal.notAState(
              resource + " has an instance whose key is neither a string nor a whole number.");
    };
  }

  /** A string between quotes, with HCL's escapes. */
  static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      appendEscaped(quoted, text.codePointAt(i), text.startsWith("{", i + 1));
    }
    return quoted.append('"').toString();
  }

  private static void appendEscaped(StringBuilder to, int symbol, boolean beforeBrace) {
    switch (symbol) {
      case '\n' -> to.append("\\n");
      case '\r' -> to.append("\\r");
      case '\t' -> to.append("\\t");
      case '"' -> to.append("\\\"");
      case '\\' -> to.append("\\\\");
      case '$', '%' ->
          to.appendCodePoint(symbol).append(beforeBrace ? Character.toString(symbol) : "");
      default -> {
        if (isPrintable(symbol)) {
          to.appendCodePoint(symbol);
        } else {
          to.append((symbol < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(symbol));
        }
      }
    }
  }

  /** Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space. */
  private static boolean isPrintable(int symbol) {
    return symbol == ' '
        || switch (Character.getType(symbol)) {
          case Character.UNASSIGNED,
              Character.CONTROL,
              Character.FORMAT,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  private static boolean isWhole(BigDecimal number) {
    // A scale far below zero is a number of that many digits: no count has it.
    return number.scale() <= 0 && number.scale() > -19;
  }
}
