package dev.plumbline.engine.config;

import dev.plumbline.engine.ignore.IgnoreRule;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Changes the text of a configuration, and nothing of it that was not to be changed: comments,
 * order and form stay. Thread-safe.
 */
public final class ConfigurationEdit {

  private ConfigurationEdit() {}

  /**
   * The text with one more ignore rule; empty where it has that rule. The result was read again and
   * says what the text said, and the rule.
   *
   * @param origin what to call the text in messages
   * @throws ConfigurationException where the text is no configuration, or is written in a form that
   *     a rule cannot be put into
   */
  public static Optional<String> withIgnore(String yaml, IgnoreRule rule, String origin)
      throws ConfigurationException {
    Configuration before = Configuration.parse(yaml, origin);
    if (before.ignore().contains(rule)) {
      return Optional.empty();
    }
    String edited = IgnorePlace.of(yaml).insert(yaml, yaml(rule));
    if (!isMeant(before, rule, edited, origin)) {
      Problems problems = new Problems();
      problems.add(
          ConfigurationReader.START,
          "ignore",
          "a rule cannot be put here without changing more than that",
          "Write ignore as a list, one rule a line.");
      problems.check(origin);
    }
    return Optional.of(edited);
  }

  private static boolean isMeant(
      Configuration before, IgnoreRule rule, String edited, String origin) {
    try {
      Configuration after = Configuration.parse(edited, origin);
      List<IgnoreRule> wanted = Stream.concat(Stream.of(rule), before.ignore().stream()).toList();
      return after.equals(before.withIgnore(wanted));
    } catch (ConfigurationException _) {
      return false;
    }
  }

  /** The rule as YAML on one line, each value in quotes. */
  public static String yaml(IgnoreRule rule) {
    StringJoiner yaml = new StringJoiner(", ", "{", "}");
    yaml.add("address: " + quoted(rule.address().pattern()));
    rule.type().ifPresent(type -> yaml.add("type: " + quoted(type.pattern())));
    rule.attribute().ifPresent(path -> yaml.add("attribute: " + quoted(path.pattern())));
    rule.id().ifPresent(id -> yaml.add("id: " + quoted(id.pattern())));
    rule.stack().ifPresent(stack -> yaml.add("stack: " + quoted(stack.pattern())));
    yaml.add("reason: " + quoted(rule.reason()));
    yaml.add("owner: " + quoted(rule.owner()));
    rule.expires().ifPresent(day -> yaml.add("expires: " + quoted(day.toString())));
    return yaml.toString();
  }

  /**
   * A double-quoted scalar (YAML 1.2, 7.3.1), with everything but plain ASCII and letters escaped.
   */
  static String quoted(String text) {
    StringBuilder yaml = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                yaml.append('\\').appendCodePoint(point);
              } else if (isPlain(point)) {
                yaml.appendCodePoint(point);
              } else if (Character.isBmpCodePoint(point)) {
                yaml.append("\\u%04x".formatted(point));
              } else {
                yaml.append("\\U%08x".formatted(point));
              }
            });
    return yaml.append('"').toString();
  }

  private static boolean isPlain(int point) {
    return (point >= ' ' && point < 0x7f) || Character.isLetterOrDigit(point);
  }
}
