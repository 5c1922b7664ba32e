package dev.plumbline.engine.scan;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.Verdict;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.ignore.IgnoreRules;
import dev.plumbline.engine.redact.Fingerprint;
import dev.plumbline.engine.redact.Redactor;
import dev.plumbline.engine.severity.Rating;
import dev.plumbline.engine.severity.ResourceFacts;
import dev.plumbline.engine.severity.SeverityPolicy;
import dev.plumbline.engine.severity.StackFacts;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects one stack's verdicts: applies ignore rules and severities, and keeps what the
 * fingerprint is made of.
 */
final class Findings {

  private final StackFacts stack;
  private final IgnoreRules ignores;
  private final SeverityPolicy severities;
  private final List<ResourceReport> reports = new ArrayList<>();
  private final List<Fingerprint.Entry> fingerprint = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  Findings(StackFacts stack, IgnoreRules ignores, SeverityPolicy severities) {
    this.stack = stack;
    this.ignores = ignores;
    this.severities = severities;
  }

  List<ResourceReport> reports() {
    return reports;
  }

  List<Fingerprint.Entry> fingerprint() {
    return fingerprint;
  }

  Set<String> notes() {
    return notes;
  }

  void unreadable(RecordedResource resource, Observed observed, Observation.Unreadable why) {
    String reason =
        why.action().isEmpty() || why.reason().contains(why.action())
            ? why.reason()
            : why.action() + ": " + why.reason();
    add(resource, observed, new Verdict.Unreadable(why.action(), reason), Optional.empty());
  }

  void unsupported(RecordedResource resource, Observed observed, String reason) {
    add(resource, observed, new Verdict.Unsupported(reason), Optional.empty());
  }

  void deleted(RecordedResource resource, Observed observed, String evidence) {
    Optional<IgnoreRule> rule = ignores.match(subject(resource));
    if (rule.isPresent()) {
      Verdict ignored = new Verdict.Ignored(rule.get().explanation(), List.of());
      add(resource, observed, ignored, Optional.empty());
      return;
    }
    remember(resource, Status.DELETED, "", Value.none());
    Rating rating = severities.rate(stack, facts(resource, observed, Status.DELETED));
    notes.addAll(rating.notes());
    add(resource, observed, new Verdict.Deleted(evidence), Optional.of(rating.severity()));
  }

  /**
   * A resource that was found, with the changes that comparing gave, unmasked.
   *
   * @param moving what moves by itself, and why; a rule of the configuration goes before it
   */
  void compared(
      RecordedResource resource,
      Observed observed,
      List<Change> changes,
      Map<String, String> moving,
      Redactor redactor) {
    List<Change> kept = new ArrayList<>();
    Set<String> rules = new LinkedHashSet<>();
    for (Change change : changes) {
      letBe(resource, change, moving).ifPresentOrElse(rules::add, () -> kept.add(change));
    }
    if (changes.isEmpty()) {
      add(resource, observed, new Verdict.InSync(), Optional.empty());
    } else if (kept.isEmpty()) {
      List<Change> masked = changes.stream().map(redactor::redact).toList();
      Verdict ignored = new Verdict.Ignored(String.join("; ", rules), masked);
      add(resource, observed, ignored, Optional.empty());
    } else {
      kept.forEach(each -> remember(resource, Status.DRIFTED, each.path(), each.actual()));
      List<Change> masked = kept.stream().map(redactor::redact).toList();
      Severity worst = worst(resource, observed, masked);
      add(resource, observed, new Verdict.Drifted(masked), Optional.of(worst));
    }
  }

  /** The rule that lets a change be, as it is printed. */
  private Optional<String> letBe(
      RecordedResource resource, Change change, Map<String, String> moving) {
    return ignores
        .match(subject(resource), change.path())
        .map(IgnoreRule::explanation)
        .or(
            () ->
                Optional.ofNullable(moving.get(change.attribute()))
                    .map(why -> "expected motion: %s %s".formatted(change.attribute(), why)));
  }

  private Severity worst(RecordedResource resource, Observed observed, List<Change> changes) {
    ResourceFacts facts = facts(resource, observed, Status.DRIFTED);
    Severity worst = Severity.LOW;
    for (Change change : changes) {
      Rating rating = severities.rate(stack, facts, change);
      notes.addAll(rating.notes());
      worst = rating.severity().compareTo(worst) > 0 ? rating.severity() : worst;
    }
    return worst;
  }

  private IgnoreRules.Subject subject(RecordedResource resource) {
    return new IgnoreRules.Subject(
        stack.name(), resource.address().toString(), resource.type(), resource.id());
  }

  private static ResourceFacts facts(RecordedResource resource, Observed observed, Status status) {
    return new ResourceFacts(
        resource.type(),
        resource.address().toString(),
        resource.id(),
        observed.account(),
        observed.region(),
        status);
  }

  private void remember(RecordedResource resource, Status status, String path, Value observed) {
    fingerprint.add(new Fingerprint.Entry(resource.address().toString(), status, path, observed));
  }

  private void add(
      RecordedResource resource, Observed observed, Verdict verdict, Optional<Severity> severity) {
    reports.add(
        switch (verdict) {
          case Verdict.InSync() ->
              report(resource, observed, Status.IN_SYNC, severity, List.of(), "");
          case Verdict.Drifted(var changes) ->
              report(resource, observed, Status.DRIFTED, severity, changes, "");
          case Verdict.Deleted(var evidence) ->
              report(resource, observed, Status.DELETED, severity, List.of(), evidence);
          case Verdict.Unreadable(_, var reason) ->
              report(resource, observed, Status.UNREADABLE, severity, List.of(), reason);
          case Verdict.Unsupported(var reason) ->
              report(resource, observed, Status.UNSUPPORTED, severity, List.of(), reason);
          case Verdict.Ignored(var rule, var changes) ->
              report(resource, observed, Status.IGNORED, severity, changes, rule);
        });
  }

  private static ResourceReport report(
      RecordedResource resource,
      Observed observed,
      Status status,
      Optional<Severity> severity,
      List<Change> changes,
      String reason) {
    return new ResourceReport(
        resource.address().toString(),
        resource.type(),
        resource.id(),
        observed.account(),
        observed.region(),
        status,
        severity,
        changes,
        reason);
  }
}
