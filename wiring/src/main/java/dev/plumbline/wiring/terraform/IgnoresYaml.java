package dev.plumbline.wiring.terraform;

import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.ignore.IgnoreTags;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what Terraform ignores as {@code plumbline.yaml} has it. */
final class IgnoresYaml {
  private IgnoresYaml() {}

  static String of(TerraformIgnores ignores) {
    StringBuilder yaml = new StringBuilder();
    ignores.problems().forEach(problem -> yaml.append("# ").append(oneLine(problem)).append('\n'));
    yaml.append(ignores.rules().isEmpty() ? "ignore: []\n" : "ignore:\n");
    ignores.rules().forEach(rule -> yaml.append(line(rule)));
    if (!ignores.providers().isEmpty()) {
      yaml.append("# For the stack's providers:\n");
    }
    ignores
        .providers()
        .forEach((key, tags) -> yaml.append("#   %s: %s\n".formatted(oneLine(key), tags(tags))));
    return yaml.toString();
  }

  private static String line(IgnoreRule rule) {
    return "  - {address: %s, attribute: %s, reason: %s, owner: %s}\n"
        .formatted(
            quoted(rule.address().pattern()),
            quoted(rule.attribute().map(Object::toString).orElse("*")),
            quoted(rule.reason()),
            quoted(rule.owner()));
  }

  private static String tags(IgnoreTags tags) {
    return "{ignoreTags: {keys: %s, prefixes: %s}}"
        .formatted(list(tags.keys()), list(tags.prefixes()));
  }

  private static String list(List<String> texts) {
    return texts.stream().map(IgnoresYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A double-quoted text; whatever is not plain is written by its number. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c >= ' ' && c < 0x7f) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append("\\U%08x".formatted(c));
              }
            });
    return quoted.append('"').toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
  }
}
