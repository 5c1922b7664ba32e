package dev.plumbline.publish.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import java.io.IOException;
import java.io.Writer;

/**
 * The report as SARIF 2.1.0, for what shows findings of analyses: a run for each stack, so that a
 * scan of one stack says nothing of the others. Written as it goes, in printable ASCII.
 */
public final class SarifReport implements Render {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonFactory factory = JsonReport.asciiFactory();

  @Override
  public void render(Report report, RenderOptions options, Writer out) throws IOException {
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      for (StackReport stack : report.stacks()) {
        new SarifRun(json, report, stack).write();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }
}
