package dev.plumbline.engine.config;

import dev.plumbline.engine.Severity;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.severity.SeverityPolicy;
import dev.plumbline.engine.severity.SeverityRule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads ignore and severity rules. */
final class RuleReader {

  private RuleReader() {}

  static IgnoreRule ignore(Section section) {
    Optional<Glob> address = glob(section, "address");
    IgnoreRule rule =
        new IgnoreRule(
            address.orElse(Glob.ANY),
            glob(section, "type"),
            glob(section, "attribute"),
            glob(section, "id"),
            section.requiredText("reason", Form.TEXT),
            section.requiredText("owner", Form.TEXT),
            section.at("expires").flatMap(RuleReader::date),
            glob(section, "stack"));
    if (Stream.of("address", "type", "id").allMatch(key -> section.at(key).isEmpty())) {
      section
          .whole()
          .report("this rule names no resource", "Add address, type or id: \"*\" means all.");
    }
    return rule;
  }

  /** The rules that can be used: what is left out has been reported. */
  static List<SeverityRule> severities(List<Optional<SeverityRule>> rules) {
    return rules.stream().flatMap(Optional::stream).toList();
  }

  static Optional<SeverityRule> severity(Section section) {
    Optional<Entry> when = section.required("when");
    Optional<String> expression = when.flatMap(entry -> entry.text(Form.EXPRESSION));
    Optional<Severity> level =
        section.required("level").flatMap(entry -> entry.choice(Severity.class));
    boolean sound =
        when.isPresent() && expression.filter(text -> compiles(when.get(), text)).isPresent();
    return sound
        ? expression.flatMap(text -> level.map(given -> new SeverityRule(text, given)))
        : Optional.empty();
  }

  private static boolean compiles(Entry entry, String expression) {
    List<String> mistakes = SeverityPolicy.mistakes(expression);
    mistakes.forEach(
        mistake -> entry.report("this expression cannot be used: " + mistake, "Correct it."));
    return mistakes.isEmpty();
  }

  private static Optional<Glob> glob(Section section, String key) {
    return section.text(key, Form.GLOB).map(Glob::new);
  }

  private static Optional<LocalDate> date(Entry entry) {
    return entry
        .text(Form.DATE)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeException e) {
                entry.report("there is no day " + text, "Write " + Form.DATE.wanted() + ".");
                return Optional.empty();
              }
            });
  }
}
