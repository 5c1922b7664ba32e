package dev.plumbline.engine.config;

import dev.plumbline.engine.config.RemediationPolicy.Approval;
import dev.plumbline.engine.config.RemediationPolicy.Auto;
import dev.plumbline.engine.config.RemediationPolicy.Breaker;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.config.RemediationPolicy.Guards;
import dev.plumbline.engine.config.RemediationPolicy.Response;
import dev.plumbline.engine.config.RemediationPolicy.Runner;
import dev.plumbline.engine.config.RemediationPolicy.Source;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.severity.Condition;
import java.util.List;
import java.util.Optional;

/** Reads how a stack's drift may be answered. */
final class RemediationReader {

  private static final int MOST = 100_000;

  private RemediationReader() {}

  static RemediationPolicy read(Section section) {
    RemediationPolicy policy =
        new RemediationPolicy(
            section.at("runner").flatMap(e -> e.choice(Runner.class)).orElse(Runner.TERRAFORM),
            section.section("source", RemediationReader::source),
            consent(section, "accept"),
            consent(section, "revert"),
            section.section("approval", RemediationReader::approval),
            section.section("guards", RemediationReader::guards),
            section.sections("auto", RemediationReader::auto).stream()
                .flatMap(Optional::stream)
                .toList(),
            section.section("run", CodeRunReader::read).orElse(CodeRun.USUAL));
    checkAuto(section, policy);
    return policy;
  }

  private static Consent consent(Section section, String key) {
    return section.at(key).flatMap(e -> e.choice(Consent.class)).orElse(Consent.APPROVAL);
  }

  private static Source source(Section section) {
    return new Source(
        section.text("repository", Form.REPOSITORY),
        section.requiredText("directory", Form.TEXT),
        section.text("ref", Form.TEXT));
  }

  private static Approval approval(Section section) {
    return new Approval(
        section.texts("teams", Form.TEAM),
        section.at("count").flatMap(e -> e.integer(1, MOST)).orElse(1),
        section.at("requesterMayApprove").flatMap(Entry::flag).orElse(false));
  }

  private static Guards guards(Section section) {
    return new Guards(
        section.at("maxResources").flatMap(e -> e.integer(1, MOST)),
        section.at("window").flatMap(RemediationReader::window),
        section.texts("destroy", Form.GLOB).stream().map(Glob::new).toList(),
        section.section("breaker", RemediationReader::breaker));
  }

  private static Optional<String> window(Entry entry) {
    Optional<String> text = entry.text(Form.WINDOW);
    if (text.isPresent() && text.flatMap(Window::parse).isEmpty()) {
      entry.report("there is no such time zone", "Write one such as UTC or Europe/Berlin.");
    }
    return text;
  }

  private static Breaker breaker(Section section) {
    return new Breaker(
        limit(section, "drifted", Breaker.USUAL.drifted()),
        limit(section, "unreadable", Breaker.USUAL.unreadable()),
        limit(section, "outage", Breaker.USUAL.outage()));
  }

  private static int limit(Section section, String key, int usual) {
    return section.at(key).flatMap(entry -> entry.integer(1, MOST)).orElse(usual);
  }

  private static Optional<Auto> auto(Section section) {
    Optional<Response> answer =
        section.required("answer").flatMap(entry -> entry.choice(Response.class));
    Optional<Entry> when = section.required("when");
    Optional<String> expression = when.flatMap(entry -> entry.text(Form.EXPRESSION));
    List<String> mistakes = expression.map(Condition::mistakes).orElse(List.of());
    mistakes.forEach(
        mistake -> when.get().report("this expression cannot be used: " + mistake, "Correct it."));
    return mistakes.isEmpty()
        ? answer.flatMap(given -> expression.map(text -> new Auto(given, text)))
        : Optional.empty();
  }

  /** A rule that could never act is a mistake, not a precaution. */
  private static void checkAuto(Section section, RemediationPolicy policy) {
    List<Entry> rules = section.list("auto").toList();
    for (int i = 0; i < Math.min(rules.size(), policy.auto().size()); i++) {
      Response answer = policy.auto().get(i).answer();
      Optional<String> key =
          switch (answer) {
            case REVERT ->
                policy.revert() == Consent.AUTO ? Optional.empty() : Optional.of("revert");
            case ACCEPT ->
                policy.accept() == Consent.AUTO ? Optional.empty() : Optional.of("accept");
            case IGNORE -> Optional.empty();
          };
      Entry rule = rules.get(i);
      key.ifPresent(
          missing ->
              rule.report(
                  "this rule can never act", "Write %s: auto beside it.".formatted(missing)));
    }
  }
}
