package dev.plumbline.publish.render;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Severity;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as JUnit's XML, for what shows tests: a suite for each stack, a case for each managed
 * resource. Written as it goes.
 */
public final class JunitReport implements Render {

  private final Severity failOn;

  /**
   * @param failOn drift below it fails no case
   */
  public JunitReport(Severity failOn) {
    this.failOn = failOn;
  }

  @Override
  public void render(Report report, RenderOptions options, Writer out) throws IOException {
    List<JunitSuite> suites = report.stacks().stream().map(this::suite).toList();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "plumbline");
      xml.writeAttribute("tests", sum(suites, JunitSuite::tests));
      xml.writeAttribute("failures", sum(suites, JunitSuite::failures));
      xml.writeAttribute("errors", sum(suites, JunitSuite::errors));
      xml.writeAttribute(
          "time",
          "%.3f"
              .formatted(
                  Duration.between(report.startedAt(), report.finishedAt()).toMillis() / 1000.0));
      for (JunitSuite suite : suites) {
        suite.write(xml, report);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException("Writing the report as XML failed", e);
    }
    out.flush();
  }

  private JunitSuite suite(StackReport stack) {
    return new JunitSuite(stack, failOn);
  }

  private static String sum(List<JunitSuite> suites, ToLongFunction<JunitSuite> count) {
    return String.valueOf(suites.stream().mapToLong(count).sum());
  }
}
