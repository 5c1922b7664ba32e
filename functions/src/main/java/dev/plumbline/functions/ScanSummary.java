package dev.plumbline.functions;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.StackJson;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.publish.sns.SnsAlert;
import dev.plumbline.wiring.publish.Published;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an invocation answers: counts and outcomes, never the findings themselves, because an answer
 * of Lambda's ends at 6 MB and a report does not.
 */
record ScanSummary(Report report, Published published) {

  /** An answer of more stacks than that would not fit; the report has them all. */
  private static final int STACKS = 2_000;

  private static final int TEXT = 500;

  /** One line of JSON. */
  String json() throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.asciiFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("formatVersion", Report.FORMAT_VERSION);
      json.writeStringField("scanId", report.scanId());
      json.writeStringField("report", published.report().orElse(""));
      json.writeArrayFieldStart("stacks");
      for (StackReport stack : report.stacks().stream().limit(STACKS).toList()) {
        write(stack, json);
      }
      json.writeEndArray();
      json.writeNumberField("stacksOmitted", Math.max(0, report.stacks().size() - STACKS));
      json.writeArrayFieldStart("failures");
      for (Published.Failure failure : published.failures().stream().limit(STACKS).toList()) {
        json.writeString(cut(failure.toString()));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }

  /** What is wrong in one sentence each; empty where everything was scanned and published. */
  List<String> problems() {
    List<String> problems =
        report.stacks().stream()
            .filter(stack -> stack.status() == StackStatus.FAILED)
            .map(
                stack ->
                    line("%s was not scanned: %s".formatted(stack.stack(), Phrases.problem(stack))))
            .collect(Collectors.toCollection(ArrayList::new));
    published.failures().forEach(failure -> problems.add(line(failure.toString())));
    return problems;
  }

  private void write(StackReport stack, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("stack", cut(stack.stack()));
    json.writeStringField("status", stack.status().name());
    if (stack.status() != StackStatus.SCANNED) {
      json.writeStringField("error", cut(Phrases.problem(stack)));
    }
    json.writeStringField("fingerprint", stack.fingerprint());
    json.writeObjectFieldStart("summary");
    StackJson.counts(stack.summary(), json);
    json.writeEndObject();
    for (Outcome.Result issue : published.issues()) {
      if (issue.stack().equals(stack.stack())) {
        outcome("issue", issue.action().name(), issue.url(), issue.note(), json);
        break;
      }
    }
    for (SnsAlert.Result alert : published.alerts()) {
      if (alert.stack().equals(stack.stack())) {
        outcome("alert", alert.sent() ? "SENT" : "NOT_SENT", "", alert.note(), json);
        break;
      }
    }
    for (SlackAlert.Result message : published.messages()) {
      if (message.stack().equals(stack.stack())) {
        outcome("slack", message.action().name(), "", message.note(), json);
        break;
      }
    }
    json.writeEndObject();
  }

  private static void outcome(
      String name, String action, String url, String note, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("action", action);
    if (!url.isEmpty()) {
      json.writeStringField("url", cut(url));
    }
    if (!note.isEmpty()) {
      json.writeStringField("note", cut(note));
    }
    json.writeEndObject();
  }

  /** For people and their logs: names in it are data. */
  private static String line(String text) {
    return Plain.line(text, TEXT);
  }

  private static String cut(String text) {
    return text.length() <= TEXT ? text : text.substring(0, TEXT) + "…";
  }
}
