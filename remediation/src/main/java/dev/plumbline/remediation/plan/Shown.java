package dev.plumbline.remediation.plan;

import dev.plumbline.engine.redact.Documents;
import dev.plumbline.engine.redact.Mask;
import dev.plumbline.state.Value;
import java.util.regex.Pattern;

/** Names and values as one line of text each, whatever is in them. */
final class Shown {

  private static final int LONGEST_VALUE = 300;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,99}");

  private Shown() {}

  static String value(Value value) {
    return value.equals(Mask.VALUE) ? Mask.TEXT : shortened(Documents.text(value));
  }

  static String name(String name) {
    return NAME.matcher(name).matches() ? name : shortened(quoted(name));
  }

  static String quoted(String text) {
    return Documents.text(Value.of(text));
  }

  /** A line with everything in it that is not shown, or turns text around, written as an escape. */
  static String plain(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    line.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    plain.append("\\u{%x}".formatted(c));
                default -> plain.appendCodePoint(c);
              }
            });
    return plain.toString();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
