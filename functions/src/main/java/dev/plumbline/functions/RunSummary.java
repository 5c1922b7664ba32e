package dev.plumbline.functions;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.publish.RunReport;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.StackJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * What a run answers: counts, and the stacks that could not be scanned. The state machine decides
 * on it whether the run failed, and metrics can be made of it.
 *
 * @param kept where the summary of every stack lies
 * @param failures what could not be published, in a sentence each
 */
record RunSummary(RunReport report, String kept, List<String> failures) {

  /** A state machine hands on 256 KiB at most. */
  private static final int LISTED = 100;

  private static final int TEXT = 300;

  /** One line of JSON. */
  String json() throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.asciiFactory().createGenerator(out)) {
      json.writeStartObject();
      counts(report, json);
      json.writeStringField("summary", kept);
      problems("unread", report.unread(), json);
      problems("untold", report.untold(), json);
      json.writeArrayFieldStart("problems");
      for (String each : report.problems().stream().limit(LISTED).toList()) {
        json.writeString(cut(each));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void problems(String name, List<Result> stacks, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Result each : stacks.stream().limit(LISTED).toList()) {
      json.writeString(cut("%s: %s".formatted(each.stack(), problem(each))));
    }
    json.writeEndArray();
    json.writeNumberField(name + "Omitted", Math.max(0, stacks.size() - LISTED));
  }

  /** The same of every stack. */
  static String whole(RunReport report) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.asciiFactory().createGenerator(out)) {
      json.writeStartObject();
      counts(report, json);
      json.writeArrayFieldStart("stacks");
      for (Result each : report.results()) {
        write(each, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("problems");
      for (String each : report.problems()) {
        json.writeString(each);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void counts(RunReport report, JsonGenerator json) throws IOException {
    json.writeStringField("formatVersion", Report.FORMAT_VERSION);
    json.writeStringField("run", report.run());
    json.writeStringField("endedAt", report.endedAt().toString());
    json.writeNumberField("stacks", report.results().size());
    json.writeNumberField("scanned", report.count(StackStatus.SCANNED));
    json.writeNumberField("deferred", report.count(StackStatus.DEFERRED));
    json.writeNumberField("failed", report.count(StackStatus.FAILED));
    json.writeNumberField("failedPercentage", report.failedPercentage());
    json.writeNumberField("drifted", report.drifted().size());
    json.writeNumberField("notToldEverywhere", report.untold().size());
    json.writeNumberField(
        "resources", report.results().stream().mapToInt(each -> each.summary().managed()).sum());
    json.writeNumberField(
        "resourcesDrifted", report.results().stream().mapToInt(RunReport::drift).sum());
    json.writeNumberField(
        "resourcesUnreadable",
        report.results().stream().mapToInt(each -> each.summary().unreadable()).sum());
    json.writeNumberField("apiCalls", report.results().stream().mapToLong(Result::calls).sum());
  }

  private static void write(Result stack, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("stack", stack.stack());
    json.writeStringField("status", stack.status().name());
    json.writeStringField("report", stack.reportUri());
    json.writeStringField("issue", stack.issue());
    json.writeObjectFieldStart("summary");
    StackJson.counts(stack.summary(), json);
    json.writeEndObject();
    json.writeArrayFieldStart("problems");
    for (String problem : stack.problems()) {
      json.writeString(problem);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String problem(Result stack) {
    return stack.problems().stream().findFirst().orElse("");
  }

  private static String cut(String text) {
    return Plain.line(text, TEXT);
  }
}
