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
import java.util.List;
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

  /** SNS takes 256 KiB with attributes and subject; the rest is for those. */
  private static final int LIMIT = 250 * 1024;

  private static final int SUBJECT = 100;
  private static final int LINES = 15;
  private static final List<String> PROGRAMS = List.of("sqs", "lambda", "https", "http");

  PublishRequest request(String topicArn, String before) throws IOException {
    return PublishRequest.builder()
        .topicArn(topicArn)
        .subject(subject())
        .message(message(before))
        .messageStructure("json")
        .messageAttributes(attributes())
        .build();
  }

  /** SNS takes printable ASCII of up to 100 characters that begins with no space. */
  String subject() {
    return Plain.ascii(
        "Plumbline: %s in %s"
            .formatted(Phrases.drift(findings.stack().summary()), findings.stack().stack()),
        SUBJECT);
  }

  /** Keeps as many resources, the most severe first, as fit. */
  private String message(String before) throws IOException {
    int least = 0;
    int most = findings.drift().size();
    String fitting = message(before, 0);
    while (least <= most) {
      int kept = (least + most + 1) / 2;
      String message = message(before, kept);
      if (message.getBytes(UTF_8).length <= LIMIT) {
        fitting = message;
        least = kept + 1;
      } else {
        most = kept - 1;
      }
    }
    return fitting;
  }

  private String message(String before, int kept) throws IOException {
    String document = document(before, kept);
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.asciiFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("default", text());
      for (String program : PROGRAMS) {
        json.writeStringField(program, document);
      }
      json.writeEndObject();
    }
    return out.toString();
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
    attributes.put("stack", string(Plain.line(stack.stack(), 250)));
    attributes.put("status", string(findings.drift().isEmpty() ? "CLEAN" : "DRIFTED"));
    attributes.put("severity", string(findings.worst().map(Severity::name).orElse("NONE")));
    attributes.put("fingerprint", string(Plain.line(stack.fingerprint(), 200)));
    attributes.put("drifted", number(stack.summary().drifted()));
    attributes.put("deleted", number(stack.summary().deleted()));
    attributes.put("unreadable", number(stack.summary().unreadable()));
    return attributes;
  }

  /** SNS refuses an empty value. */
  private static MessageAttributeValue string(String value) {
    return MessageAttributeValue.builder()
        .dataType("String")
        .stringValue(value.isEmpty() ? "-" : value)
        .build();
  }

  private static MessageAttributeValue number(int value) {
    return MessageAttributeValue.builder()
        .dataType("Number")
        .stringValue(Integer.toString(value))
        .build();
  }
}
