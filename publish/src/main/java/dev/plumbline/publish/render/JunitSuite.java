package dev.plumbline.publish.render;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Plain;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One stack as a suite. All data passes through {@link Plain}, after which it holds nothing that
 * XML forbids; the writer escapes the rest.
 *
 * @param failOn drift below it fails no case
 */
record JunitSuite(StackReport stack, Severity failOn) {

  private static final int LONGEST = 1_000;
  private static final int WIDTH = 100;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  long tests() {
    return scanned() ? stack.resources().size() : 1;
  }

  long failures() {
    return count(this::fails);
  }

  long errors() {
    return scanned() ? count(each -> each.status() == Status.UNREADABLE) : 1;
  }

  void write(XMLStreamWriter xml, Report report) throws XMLStreamException {
    start(xml, "\n  ", "testsuite");
    attribute(xml, "name", stack.stack());
    attribute(xml, "tests", String.valueOf(tests()));
    attribute(xml, "failures", String.valueOf(failures()));
    attribute(xml, "errors", String.valueOf(errors()));
    attribute(xml, "skipped", String.valueOf(count(JunitSuite::isSkipped)));
    attribute(xml, "timestamp", TIME.format(report.startedAt()));
    properties(xml, report);
    if (scanned()) {
      for (ResourceReport resource : stack.resources()) {
        resource(xml, resource);
      }
    } else {
      notScanned(xml);
    }
    end(xml, "\n  ");
  }

  private boolean scanned() {
    return stack.status() == StackStatus.SCANNED;
  }

  private long count(Predicate<ResourceReport> which) {
    return scanned() ? stack.resources().stream().filter(which).count() : 0;
  }

  private boolean fails(ResourceReport resource) {
    return resource.drift() && Findings.severity(resource).compareTo(failOn) >= 0;
  }

  private static boolean isSkipped(ResourceReport resource) {
    return resource.status() == Status.IGNORED || resource.status() == Status.UNSUPPORTED;
  }

  private void properties(XMLStreamWriter xml, Report report) throws XMLStreamException {
    start(xml, "\n    ", "properties");
    property(xml, "scanId", report.scanId());
    property(xml, "environment", stack.environment());
    property(xml, "state", stack.state().map(state -> state.uri()).orElse(""));
    if (scanned()) {
      property(xml, "unmanaged", String.valueOf(stack.summary().unmanaged()));
      property(xml, "coverage", String.valueOf(stack.summary().coverage()));
    }
    end(xml, "\n    ");
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeCharacters("\n      ");
    xml.writeEmptyElement("property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
  }

  private void notScanned(XMLStreamWriter xml) throws XMLStreamException {
    testcase(xml, "the stack can be scanned", "");
    start(xml, "\n      ", "error");
    attribute(xml, "type", stack.status().name());
    attribute(xml, "message", Phrases.problem(stack));
    end(xml, "");
    end(xml, "\n    ");
  }

  private void testcase(XMLStreamWriter xml, String name, String type) throws XMLStreamException {
    start(xml, "\n    ", "testcase");
    attribute(xml, "classname", type.isEmpty() ? stack.stack() : stack.stack() + "." + type);
    attribute(xml, "name", name);
  }

  private void resource(XMLStreamWriter xml, ResourceReport resource) throws XMLStreamException {
    testcase(xml, resource.address(), resource.type());
    switch (resource.status()) {
      case IN_SYNC -> {}
      case DRIFTED, DELETED -> drift(xml, resource);
      case UNREADABLE -> {
        start(xml, "\n      ", "error");
        attribute(xml, "type", resource.status().name());
        attribute(xml, "message", resource.reason());
        end(xml, "");
      }
      case UNSUPPORTED, IGNORED -> {
        start(xml, "\n      ", "skipped");
        xml.writeCharacters(Plain.line(skipped(resource), LONGEST));
        end(xml, "");
      }
    }
    end(xml, resource.status() == Status.IN_SYNC ? "" : "\n    ");
  }

  private static String skipped(ResourceReport resource) {
    return resource.status() == Status.IGNORED
        ? "ignored: " + resource.reason()
        : "nothing reads this type yet";
  }

  private void drift(XMLStreamWriter xml, ResourceReport resource) throws XMLStreamException {
    if (fails(resource)) {
      start(xml, "\n      ", "failure");
      attribute(xml, "type", "%s %s".formatted(Findings.severity(resource), resource.status()));
      attribute(
          xml,
          "message",
          resource.status() == Status.DELETED ? "deleted" : "drifted: " + Phrases.what(resource));
    } else {
      start(xml, "\n      ", "system-out");
    }
    xml.writeCharacters(
        ResourceDiff.of(resource, WIDTH).stream()
            .map(line -> line.terminal(false))
            .collect(Collectors.joining("\n", "", who(resource))));
    end(xml, "");
  }

  private static String who(ResourceReport resource) {
    return resource
        .cause()
        .map(
            cause ->
                "\nBy %s via %s, %s at %s"
                    .formatted(
                        Plain.line(cause.principal(), LONGEST),
                        Plain.line(cause.via(), LONGEST),
                        Plain.line(cause.event(), LONGEST),
                        cause.at()))
        .orElse("");
  }

  private static void start(XMLStreamWriter xml, String indent, String element)
      throws XMLStreamException {
    xml.writeCharacters(indent);
    xml.writeStartElement(element);
  }

  private static void end(XMLStreamWriter xml, String indent) throws XMLStreamException {
    xml.writeCharacters(indent);
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Plain.line(value, LONGEST));
  }
}
