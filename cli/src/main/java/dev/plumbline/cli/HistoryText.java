package dev.plumbline.cli;

import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.History;
import dev.plumbline.publish.escape.Plain;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** History for people. */
final class HistoryText {

  private static final int NAME = 60;
  private static final int DETAIL = 300;

  private HistoryText() {}

  static String of(History history, String by) {
    if (history.rows().isEmpty()) {
      return "Nothing drifted in that time, as far as it is remembered.%n".formatted();
    }
    int width = history.rows().stream().mapToInt(row -> name(row.name()).length()).max().orElse(0);
    String line = "%-" + Math.max(width, "total".length()) + "s %11s %6s %16s %24s%n";
    StringBuilder text = new StringBuilder();
    text.append(
        line.formatted(
            by.toUpperCase(Locale.ROOT),
            "OCCURRENCES",
            "OPEN",
            "CAME BACK",
            "MEAN TIME TO REMEDIATE"));
    history.rows().forEach(row -> text.append(row(line, name(row.name()), row)));
    return text.append(row(line, "total", history.total())).toString();
  }

  static String of(List<AuditTrail.Entry> entries) {
    StringBuilder text = new StringBuilder();
    for (AuditTrail.Entry entry : entries) {
      text.append(
          "%s  %s  %s  %s%s%s%n"
              .formatted(
                  entry.at().truncatedTo(ChronoUnit.SECONDS),
                  name(entry.stack()),
                  name(entry.by().toString()),
                  name(entry.action()),
                  entry.subject().isEmpty() ? "" : "  " + Plain.line(entry.subject(), DETAIL),
                  entry.detail().isEmpty() ? "" : "  " + Plain.line(entry.detail(), DETAIL)));
    }
    return text.isEmpty()
        ? "Nobody did anything in that time, as far as it is remembered.%n".formatted()
        : text.toString();
  }

  private static String row(String line, String name, History.Row row) {
    return line.formatted(
        name,
        "%,d".formatted(row.occurrences()),
        "%,d".formatted(row.open()),
        "%,d (%d%%)".formatted(row.recurrences(), (int) Math.floor(row.recurrence() * 100)),
        row.meanTimeToRemediate().map(HistoryText::time).orElse("-"));
  }

  /** The two largest units. */
  static String time(Duration time) {
    if (time.toDays() > 0) {
      return "%,d d %d h".formatted(time.toDays(), time.toHoursPart());
    }
    if (time.toHours() > 0) {
      return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return "%d min".formatted(time.toMinutes());
  }

  private static String name(String data) {
    return Plain.line(data, NAME);
  }
}
