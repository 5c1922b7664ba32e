package dev.plumbline.publish.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.StackJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * One stack's drift as an SNS message: short text for people, the report's own JSON for programs.
 *
 * @param report the scan it is from
 * @param findings the stack's findings
 */
record DriftMessage(Report report, Findings findings) {

  private static final int LINES = 15;

  PublishRequest request(String topicArn, String before) throws IOException {
    return Envelope.to(topicArn, subject())
        .message(message(before))
        .messageStructure("json")
        .messageAttributes(attributes())
        .build();
  }

  private String subject() {
    StackReport stack = findings.stack();
    return "%s in %s".formatted(Phrases.drift(stack.summary()), stack.stack());
  }

  /** Keeps as many resources, the most severe first, as fit. */
  private String message(String before) throws IOException {
    int least = 0;
    int most = findings.drift().size();
    String fitting = message(before, 0);
    while (least <= most) {
      int kept = (least + most + 1) / 2;
      String message = message(before, kept);
      if (message.getBytes(UTF_8).length <= Envelope.LIMIT) {
        fitting = message;
        least = kept + 1;
      } else {
        most = kept - 1;
      }
    }
    return fitting;
  }

  private String message(String before, int kept) throws IOException {
    return Envelope.message(text(), document(before, kept));
  }

  private String document(String before, int kept) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.asciiFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("formatVersion", Report.FORMAT_VERSION);
      json.writeStringField("scanId", ShortStack.cut(report.scanId()));
      json.writeStringField("finishedAt", report.finishedAt().toString());
      json.writeStringField("previousFingerprint", ShortStack.cut(before));
      new StackJson(json, false).members(ShortStack.of(findings, kept));
      json.writeNumberField("resourcesOmitted", findings.drift().size() - kept);
      json.writeEndObject();
    }
    return out.toString();
  }

  String text() {
    StackReport stack = findings.stack();
    StringBuilder text = new StringBuilder();
    text.append("Stack %s: %s.\n".formatted(safe(stack.stack()), Phrases.drift(stack.summary())));
    text.append("%s; %s.\n\n".formatted(Phrases.managed(stack.summary()), coverage()));
    for (ResourceReport drift : findings.drift().stream().limit(LINES).toList()) {
      text.append(
          "%-8s  %s: %s\n"
              .formatted(
                  Findings.severity(drift), safe(drift.address()), safe(Phrases.what(drift))));
    }
    int more = findings.drift().size() - LINES;
    text.append(more > 0 ? "and %,d more\n".formatted(more) : "");
    return text.toString();
  }

  private String coverage() {
    return Phrases.coverage(findings.stack().summary());
  }

  private static String safe(String data) {
    return Plain.message(data, 250);
  }

  private Map<String, MessageAttributeValue> attributes() {
    Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
    StackReport stack = findings.stack();
    attributes.put("stack", Envelope.string(Plain.line(stack.stack(), 250)));
    attributes.put("status", Envelope.string(findings.drift().isEmpty() ? "CLEAN" : "DRIFTED"));
    attributes.put(
        "severity", Envelope.string(findings.worst().map(Severity::name).orElse("NONE")));
    attributes.put("fingerprint", Envelope.string(Plain.line(stack.fingerprint(), 200)));
    attributes.put("drifted", Envelope.number(stack.summary().drifted()));
    attributes.put("deleted", Envelope.number(stack.summary().deleted()));
    attributes.put("unreadable", Envelope.number(stack.summary().unreadable()));
    return attributes;
  }
}
