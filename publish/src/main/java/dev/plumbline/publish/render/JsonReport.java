package dev.plumbline.publish.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plumbline.engine.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Map;

/**
 * The report as JSON, {@code formatVersion} 1.0: the contract that other programs read. Written as
 * it goes, so that a large report takes no memory. Everything outside ASCII is escaped, so that no
 * value can steer a terminal it is printed on.
 */
public final class JsonReport implements Render {

  private final JsonFactory factory = asciiFactory();

  /** A factory of generators whose output is printable ASCII, and which leave the target open. */
  public static JsonFactory asciiFactory() {
    return JsonFactory.builder()
        .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .setCharacterEscapes(new DeleteEscaped());
  }

  /**
   * Reads a report back.
   *
   * @throws ReportFormatException where it is not a report, or one of a newer format
   */
  public static Report read(InputStream json) throws IOException, ReportFormatException {
    return new ReportReader().read(json);
  }

  @Override
  public void render(Report report, RenderOptions options, Writer out) throws IOException {
    try (JsonGenerator json = factory.createGenerator(out)) {
      var indent = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indent));
      write(report, options, json);
    }
    out.write('\n');
    out.flush();
  }

  private static void write(Report report, RenderOptions options, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("formatVersion", Report.FORMAT_VERSION);
    json.writeStringField("scanId", report.scanId());
    json.writeStringField("startedAt", report.startedAt().toString());
    json.writeStringField("finishedAt", report.finishedAt().toString());
    json.writeObjectFieldStart("apiCalls");
    for (Map.Entry<String, Long> call : report.apiCalls().entrySet()) {
      json.writeNumberField(StackJson.wellFormed(call.getKey()), call.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("stacks");
    StackJson stacks = new StackJson(json, options.all());
    for (Report.StackReport stack : report.stacks()) {
      stacks.write(stack);
    }
    json.writeEndArray();
    coverage(report, json);
    json.writeEndObject();
  }

  private static void coverage(Report report, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("accountCoverage");
    for (Report.ServiceCoverage service : report.accountCoverage()) {
      json.writeStartObject();
      json.writeStringField("account", service.account());
      json.writeStringField("service", service.service());
      json.writeNumberField("managed", service.managed());
      json.writeNumberField("unmanaged", service.unmanaged());
      json.writeNumberField("coverage", service.coverage());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
