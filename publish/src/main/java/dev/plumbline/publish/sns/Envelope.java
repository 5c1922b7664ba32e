package dev.plumbline.publish.sns;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.render.JsonReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * What all messages have in common: a subject, who reads which text, and attributes to filter by.
 */
final class Envelope {

  /** SNS takes 256 KiB with attributes and subject; the rest is for those. */
  static final int LIMIT = 250 * 1024;

  private static final int SUBJECT = 100;
  private static final List<String> PROGRAMS = List.of("sqs", "lambda", "https", "http");

  private Envelope() {}

  /** A message for people alone, so far. */
  static PublishRequest.Builder to(String topicArn, String subject) {
    return PublishRequest.builder().topicArn(topicArn).subject(subject(subject));
  }

  /** SNS takes printable ASCII of up to 100 characters that begins with no space. */
  private static String subject(String subject) {
    return Plain.ascii("Plumbline: " + subject, SUBJECT);
  }

  /** A message of the structure {@code json}. */
  static String message(String forPeople, String forPrograms) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.asciiFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("default", forPeople);
      for (String program : PROGRAMS) {
        json.writeStringField(program, forPrograms);
      }
      json.writeEndObject();
    }
    return out.toString();
  }

  /** SNS refuses an empty value. */
  static MessageAttributeValue string(String value) {
    return MessageAttributeValue.builder()
        .dataType("String")
        .stringValue(value.isEmpty() ? "-" : value)
        .build();
  }

  static MessageAttributeValue number(int value) {
    return MessageAttributeValue.builder()
        .dataType("Number")
        .stringValue(Integer.toString(value))
        .build();
  }

  /** Names are short; one that is not is an attack, and must not keep the rest out. */
  static String cut(String name, int most) {
    return name.length() <= most ? name : name.substring(0, most);
  }
}
