package dev.plumbline.publish.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.html.SamplePages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {

  private static final RenderOptions WHOLE = new RenderOptions(true, false, 100);

  private static String render(Report report, Severity failOn) {
    return new JunitReport(failOn).toText(report, WHOLE);
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static Element first(Document document, String element) {
    return (Element) document.getElementsByTagName(element).item(0);
  }

  private static int count(Document document, String element) {
    return document.getElementsByTagName(element).getLength();
  }

  private static void validate(String xml) throws SAXException, IOException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitReportTest.class.getResource("/schema/jenkins-junit.xsd"));
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void it_is_what_the_schema_asks_for_whatever_the_data() throws Exception {
    for (Report report : List.of(SamplePages.report(), HostileReport.report(), Reports.of())) {
      validate(render(report, Severity.LOW));
    }
  }

  @Test
  void what_the_schema_forbids_is_found_by_the_same_check() {
    assertThatThrownBy(() -> validate("<testsuites><test/></testsuites>"))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void each_managed_resource_is_a_case_of_its_stacks_suite() throws Exception {
    Document xml = parsed(render(SamplePages.report(), Severity.LOW));
    assertThat(count(xml, "testsuite")).isEqualTo(3);
    assertThat(count(xml, "testcase")).isEqualTo(12);
    assertThat(count(xml, "failure")).isEqualTo(5);
    assertThat(count(xml, "error")).isEqualTo(3);
    assertThat(count(xml, "skipped")).isEqualTo(2);
    Element all = first(xml, "testsuites");
    assertThat(List.of(all.getAttribute("tests"), all.getAttribute("failures")))
        .containsExactly("12", "5");
    assertThat(all.getAttribute("errors")).isEqualTo("3");
    assertThat(first(xml, "testsuite").getAttribute("name")).isEqualTo("freeside");
    assertThat(first(xml, "testsuite").getAttribute("skipped")).isEqualTo("2");
  }

  @Test
  void drift_below_the_threshold_is_told_and_fails_nothing() throws Exception {
    Document xml = parsed(render(SamplePages.report(), Severity.HIGH));
    assertThat(count(xml, "failure")).isEqualTo(3);
    assertThat(count(xml, "system-out")).isEqualTo(2);
    assertThat(first(xml, "testsuites").getAttribute("failures")).isEqualTo("3");
  }

  @Test
  void a_failure_shows_the_change_and_who_made_it() throws Exception {
    Report report = Reports.of(SamplePages.report().stacks().getFirst());
    assertThat(render(report, Severity.CRITICAL))
        .contains("cidr_blocks = [\"0.0.0.0/0\"]")
        .contains("By ana@acme.example via console");
  }

  @Test
  void a_stack_that_was_not_scanned_is_an_error_and_not_an_empty_success() throws Exception {
    Document xml =
        parsed(render(Reports.of(Reports.unscanned("a", StackStatus.DEFERRED)), Severity.LOW));
    assertThat(first(xml, "testsuite").getAttribute("errors")).isEqualTo("1");
    assertThat(first(xml, "error").getAttribute("message")).contains("LOCKED");
  }

  @Test
  void characters_that_xml_forbids_are_shown_as_escapes_and_all_others_are_kept(
      @TempDir Path folder) throws Exception {
    String name = "aws_x.a[\"\u0000\u000b\u001f\ufffe\ud800 😀 日本 ]]> <&\"]";
    Report report = Reports.of(Reports.stack("a", Reports.other(name, Status.IN_SYNC, "")));
    Path file = folder.resolve("junit.xml");
    try (Writer out = Files.newBufferedWriter(file)) {
      new JunitReport(Severity.LOW).render(report, WHOLE, out);
    }
    assertThat(first(parsed(Files.readString(file)), "testcase").getAttribute("name"))
        .isEqualTo("aws_x.a[\"\\u0000\\u000b\\u001f\\ufffe\\ud800 😀 日本 ]]> <&\"]");
  }

  @Test
  void a_kept_report_renders_as_the_scan_did() throws Exception {
    Report report = SamplePages.report();
    String kept = new JsonReport().toText(report, WHOLE);
    Report read = JsonReport.read(new ByteArrayInputStream(kept.getBytes(StandardCharsets.UTF_8)));
    assertThat(render(read, Severity.LOW)).isEqualTo(render(report, Severity.LOW));
  }
}
