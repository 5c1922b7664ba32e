package dev.plumbline.publish.render;

import static dev.plumbline.publish.render.SarifText.message;
import static dev.plumbline.publish.render.SarifText.plain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.state.StateIdentity;
import java.io.IOException;
import java.time.temporal.ChronoUnit;

/**
 * One stack as a run. A stack that was not scanned has no {@code results} at all, which says that
 * nothing was looked at; an empty list would say that nothing was found (§3.14.23).
 */
record SarifRun(JsonGenerator json, Report report, StackReport stack) {

  void write() throws IOException {
    boolean scanned = stack.status() == StackStatus.SCANNED;
    json.writeStartObject();
    tool();
    json.writeObjectFieldStart("automationDetails");
    // Up to the last slash it is the category, by which GitHub keeps analyses apart.
    json.writeStringField("id", "plumbline/%s/".formatted(plain(stack.stack())));
    json.writeEndObject();
    invocation(scanned);
    if (stack.state().isPresent()) {
      artifact(stack.state().get());
    }
    if (scanned) {
      results();
    }
    properties();
    json.writeStringField("columnKind", "unicodeCodePoints");
    json.writeEndObject();
  }

  private void tool() throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Plumbline");
    SarifRule.writeAll(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void invocation(boolean scanned) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", scanned);
    json.writeStringField(
        "startTimeUtc", report.startedAt().truncatedTo(ChronoUnit.MILLIS).toString());
    json.writeStringField(
        "endTimeUtc", report.finishedAt().truncatedTo(ChronoUnit.MILLIS).toString());
    json.writeArrayFieldStart("toolExecutionNotifications");
    if (stack.error().isPresent()) {
      var error = stack.error().get();
      notification("error", "%s: %s %s".formatted(error.code(), error.message(), error.action()));
    }
    for (String note : stack.notes()) {
      notification("note", note);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void notification(String level, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("level", level);
    json.writeObjectFieldStart("message");
    json.writeStringField("text", message(text));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void artifact(StateIdentity state) throws IOException {
    json.writeArrayFieldStart("artifacts");
    json.writeStartObject();
    json.writeObjectFieldStart("location");
    json.writeStringField("uri", SarifText.uri(state.uri()));
    json.writeEndObject();
    json.writeArrayFieldStart("roles");
    json.writeString("analysisTarget");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void results() throws IOException {
    json.writeArrayFieldStart("results");
    SarifResult results = new SarifResult(json, stack);
    for (ResourceReport resource : stack.resources()) {
      results.write(resource);
    }
    for (Unmanaged unmanaged : stack.unmanaged()) {
      results.write(unmanaged);
    }
    json.writeEndArray();
  }

  private void properties() throws IOException {
    json.writeObjectFieldStart("properties");
    json.writeStringField("scanId", plain(report.scanId()));
    json.writeStringField("stack", plain(stack.stack()));
    json.writeStringField("environment", plain(stack.environment()));
    if (stack.status() == StackStatus.SCANNED) {
      StackJson.counts(stack.summary(), json);
    }
    json.writeEndObject();
  }
}
