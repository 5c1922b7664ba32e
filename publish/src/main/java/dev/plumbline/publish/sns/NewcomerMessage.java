package dev.plumbline.publish.sns;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Report;
import dev.plumbline.publish.Newcomer;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.render.JsonReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * A message that names resources which somebody has made and no stack manages: short text for
 * people, JSON for programs.
 *
 * @param notes what keeps some states from being known
 */
public record NewcomerMessage(List<Newcomer> newcomers, List<String> notes) {

  /** As many as surely fit into a message. */
  public static final int MOST = 25;

  private static final int NAME = 250;
  private static final int NOTES = 5;
  private static final int SENTENCE = 500;

  public NewcomerMessage {
    newcomers = List.copyOf(newcomers);
    notes = notes.stream().limit(NOTES).toList();
  }

  /** The message; all that it names is data. */
  public PublishRequest request(String topicArn) throws IOException {
    return Envelope.to(topicArn, heading())
        .message(message())
        .messageStructure("json")
        .messageAttributes(
            Map.of("status", Envelope.string("UNMANAGED"), "severity", Envelope.string("NONE")))
        .build();
  }

  private String heading() {
    return Phrases.count(newcomers.size(), "new resource") + " in no stack";
  }

  private String message() throws IOException {
    return Envelope.message(text(), document());
  }

  String text() {
    StringBuilder text = new StringBuilder("%s.\n\n".formatted(heading()));
    for (Newcomer each : newcomers) {
      text.append(
          "%s %s (%s)\n  %s by %s, by %s, %s\n"
              .formatted(
                  safe(each.resource().type()),
                  safe(each.resource().id()),
                  safe(
                      "%s %s"
                          .formatted(each.resource().account(), each.resource().region())
                          .strip()),
                  safe(each.cause().event()),
                  safe(each.cause().principal()),
                  safe(each.cause().via()),
                  each.cause().at()));
    }
    notes.forEach(note -> text.append("\n%s\n".formatted(Plain.message(note, SENTENCE))));
    return text.append("\nBring it into a stack with an import, or remove it.\n").toString();
  }

  private String document() throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonReport.asciiFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("formatVersion", Report.FORMAT_VERSION);
      json.writeArrayFieldStart("unmanaged");
      for (Newcomer each : newcomers) {
        json.writeStartObject();
        json.writeStringField("type", each.resource().type());
        json.writeStringField("id", cut(each.resource().id()));
        json.writeStringField("account", each.resource().account());
        json.writeStringField("region", each.resource().region());
        json.writeObjectFieldStart("cause");
        json.writeStringField("principal", cut(each.cause().principal()));
        json.writeStringField("event", cut(each.cause().event()));
        json.writeStringField("at", each.cause().at().toString());
        json.writeStringField("via", cut(each.cause().via()));
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }

  private static String safe(String data) {
    return Plain.message(data, NAME);
  }

  private static String cut(String data) {
    return Envelope.cut(data, NAME);
  }
}
