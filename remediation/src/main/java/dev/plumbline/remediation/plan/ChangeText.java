package dev.plumbline.remediation.plan;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.redact.Mask;
import dev.plumbline.engine.redact.Redactor;
import dev.plumbline.engine.redact.SecretScrubber;
import dev.plumbline.engine.schema.TypeSchema;
import dev.plumbline.remediation.Plan.Step;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The lines of one resource's change. */
final class ChangeText {

  private static final String UNKNOWN = "(known after apply)";

  private final PlannedChange change;
  private final Optional<TypeSchema> schema;
  private final Redactor redactor;
  private final SecretScrubber scrubber;

  ChangeText(TypeCatalog catalog, PlannedChange change, SecretScrubber scrubber) {
    this.change = change;
    this.schema = catalog.describe(change.type()).map(TypeCatalog.Description::schema);
    this.redactor =
        Redactor.of(change.before(), change.sensitivePaths(), schema).and(change.after());
    this.scrubber = scrubber;
  }

  List<String> lines() {
    Step step = change.step().orElseThrow();
    if (step == Step.DESTROY || step == Step.FORGET || step == Step.READ) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("%s resource %s {".formatted(PlanText.sign(step), Shown.quoted(change.type())));
    TreeSet<String> names = new TreeSet<>(change.before().entries().keySet());
    names.addAll(change.after().entries().keySet());
    change.unknown().stream().map(ChangeText::top).forEach(names::add);
    names.forEach(name -> attribute(name, lines));
    lines.add("}");
    return lines;
  }

  private void attribute(String name, List<String> lines) {
    Value before = change.before().at(name);
    Value after = change.after().at(name);
    if (unknown(name)) {
      // What is made anew has many values that nobody chose; they say nothing.
      if (!before.isEmpty() && change.step().filter(step -> step != Step.REPLACE).isPresent()) {
        lines.add(
            "    ~ %s = %s -> %s"
                .formatted(
                    Shown.name(name),
                    Shown.value(masked(name, before, after).expected()),
                    UNKNOWN));
      }
      return;
    }
    if (Alike.alike(before, after)) {
      return;
    }
    Change masked = masked(name, before, after);
    List<String> below = new ArrayList<>();
    Differing.lines("    ", Shown.name(name), masked.expected(), masked.actual(), below);
    lines.addAll(
        below.isEmpty() ? List.of("    ~ %s = %s".formatted(Shown.name(name), Mask.TEXT)) : below);
  }

  /** An attribute that the schema does not know is masked, as is all of a type without one. */
  private Change masked(String name, Value before, Value after) {
    Change raw = new Change(name, before, after, false, List.of());
    if (schema.flatMap(each -> each.attribute(name)).isEmpty()) {
      return new Change(name, Mask.whole(before), Mask.whole(after), true, List.of());
    }
    Change redacted = redactor.redact(raw);
    return new Change(
        name,
        scrubber.scrub(redacted.expected()),
        scrubber.scrub(redacted.actual()),
        redacted.sensitive(),
        List.of());
  }

  private boolean unknown(String name) {
    return change.unknown().stream().anyMatch(path -> path.equals("[\"%s\"]".formatted(name)));
  }

  private static String top(String path) {
    int end = path.indexOf("\"]");
    return path.startsWith("[\"") && end > 0 ? path.substring(2, end) : path;
  }
}
