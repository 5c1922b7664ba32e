package dev.plumbline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.History;
import dev.plumbline.publish.render.JsonReport;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** History for programs: fields are added, never renamed. */
final class HistoryJson {

  private HistoryJson() {}

  static String of(History history, String by, Optional<Instant> since) throws IOException {
    return written(
        json -> {
          json.writeStringField("by", by);
          json.writeStringField("since", since.map(Instant::toString).orElse(null));
          json.writeArrayFieldStart("rows");
          for (History.Row row : history.rows()) {
            json.writeStartObject();
            json.writeStringField("name", row.name());
            figures(row, json);
          }
          json.writeEndArray();
          json.writeObjectFieldStart("total");
          figures(history.total(), json);
        });
  }

  static String of(List<AuditTrail.Entry> entries) throws IOException {
    return written(
        json -> {
          json.writeArrayFieldStart("entries");
          for (AuditTrail.Entry entry : entries) {
            json.writeStartObject();
            json.writeStringField("stack", entry.stack());
            json.writeStringField("at", entry.at().toString());
            json.writeStringField("realm", entry.by().realm().name().toLowerCase(Locale.ROOT));
            json.writeStringField("by", entry.by().id());
            json.writeStringField("action", entry.action());
            json.writeStringField("subject", entry.subject());
            json.writeStringField("detail", entry.detail());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  @FunctionalInterface
  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static String written(Body body) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.asciiFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("formatVersion", Report.FORMAT_VERSION);
      body.write(json);
      json.writeEndObject();
    }
    return out.append(System.lineSeparator()).toString();
  }

  private static void figures(History.Row row, JsonGenerator json) throws IOException {
    json.writeNumberField("occurrences", row.occurrences());
    json.writeNumberField("open", row.open());
    json.writeNumberField("remediated", row.remediated());
    json.writeNumberField("recurrences", row.recurrences());
    json.writeNumberField("recurrence", row.recurrence());
    Optional<Long> mean = row.meanTimeToRemediate().map(Duration::toSeconds);
    json.writeFieldName("meanTimeToRemediateSeconds");
    if (mean.isPresent()) {
      json.writeNumber(mean.get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }
}
