package dev.plumbline.publish.render;

import static dev.plumbline.publish.escape.Markdown.code;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * What the table of a stack's drift says of each resource.
 *
 * @param since when each address was first found so; empty to leave the column out
 * @param who whether it says who did it
 */
record Columns(Optional<Map<String, Instant>> since, boolean who) {

  private static final int NAME = 250;
  private static final int PERSON = 120;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /** What a report alone can say. */
  static Columns of(StackReport stack) {
    return new Columns(
        Optional.empty(), stack.resources().stream().anyMatch(each -> each.cause().isPresent()));
  }

  static Columns all(Map<String, Instant> since) {
    return new Columns(Optional.of(since), true);
  }

  String head() {
    return "| Severity | Resource | What |%s%s\n| --- | --- | --- |%s%s\n"
        .formatted(
            since.isPresent() ? " Since |" : "",
            who ? " Who |" : "",
            since.isPresent() ? " --- |" : "",
            who ? " --- |" : "");
  }

  String row(ResourceReport drift) {
    return "| %s | %s | %s |%s%s\n"
        .formatted(
            Findings.severity(drift),
            code(drift.address(), NAME),
            code(Phrases.what(drift), NAME),
            since.map(known -> " %s |".formatted(since(known, drift))).orElse(""),
            who ? " %s |".formatted(drift.cause().map(Columns::person).orElse("unknown")) : "");
  }

  private static String since(Map<String, Instant> known, ResourceReport drift) {
    Instant first = known.get(drift.address());
    return first == null ? "this scan" : first.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** Who, by what, with which call and when: the last is what a reader looks for in CloudTrail. */
  private static String person(Cause cause) {
    return code(cause.principal(), PERSON)
        + (cause.via().isEmpty() ? "" : " by " + code(cause.via(), PERSON))
        + (cause.event().isEmpty() ? "" : ", " + code(cause.event(), PERSON))
        + ", "
        + WHEN.format(cause.at());
  }
}
