package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.slack.Alert;
import dev.plumbline.publish.slack.Offer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One stack's report and what is remembered of its findings, as a message's contents.
 *
 * @param known findings of the stack, resolved ones too
 */
record StackAlert(Report report, StackReport stack, List<Finding> known, List<Offer> offers) {

  /** More are not shown, and what a message said is kept. */
  private static final int ROWS = 10;

  private static final int TEXT = 1000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  static String time(Instant at) {
    return TIME.format(at);
  }

  /**
   * The contents.
   *
   * @param issue the issue's address, "" where there is none
   * @param uri the whole report's, "" where it was not kept
   */
  Alert alert(String issue, String uri) {
    Findings findings = Findings.of(stack);
    return new Alert(
        stack.stack(),
        stack.environment(),
        stack.fingerprint(),
        report.startedAt().toString(),
        "%s; %s; %s."
            .formatted(
                Phrases.drift(stack.summary()),
                Phrases.managed(stack.summary()),
                Phrases.coverage(stack.summary())),
        counts(findings),
        findings.drift().stream().limit(ROWS).map(this::row).toList(),
        issue,
        uri,
        offers);
  }

  private static List<Alert.Count> counts(Findings findings) {
    return Arrays.stream(Severity.values())
        .sorted(Comparator.reverseOrder())
        .map(
            severity ->
                new Alert.Count(
                    severity,
                    (int)
                        findings.drift().stream()
                            .filter(each -> Findings.severity(each) == severity)
                            .count()))
        .filter(each -> each.count() > 0)
        .toList();
  }

  private Alert.Row row(ResourceReport drift) {
    Optional<Finding> finding =
        known.stream()
            .filter(each -> each.resolved().isEmpty() && each.address().equals(drift.address()))
            .filter(each -> each.fingerprint().equals(drift.fingerprint()))
            .findFirst();
    Optional<Cause> cause = drift.cause().or(() -> finding.flatMap(Finding::cause));
    return new Alert.Row(
        Findings.severity(drift),
        cut(drift.address()),
        cut(Phrases.what(drift)),
        finding.map(Finding::firstSeen).map(StackAlert::time).orElse(""),
        cut(cause.map(it -> "%s (%s)".formatted(it.principal(), it.via())).orElse("")));
  }

  /** Names are short; one that is not is cut long before it is shown. */
  private static String cut(String text) {
    return text.length() <= TEXT ? text : text.substring(0, TEXT);
  }
}
