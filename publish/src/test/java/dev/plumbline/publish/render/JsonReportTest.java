package dev.plumbline.publish.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.Reports;
import dev.plumbline.state.Value;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportTest {

  private static final RenderOptions ALL = new RenderOptions(true, false, 100);

  private static String json(Report report, RenderOptions options) {
    return new JsonReport().toText(report, options);
  }

  private static Report read(String json) throws Exception {
    return JsonReport.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  @Test
  void what_is_written_is_read_back_the_same() throws Exception {
    Report report =
        Reports.of(Reports.freeside(), Reports.unscanned("locked", StackStatus.DEFERRED));
    assertThat(read(json(report, ALL))).isEqualTo(report);
  }

  @Test
  void hostile_values_are_read_back_the_same_and_printed_in_ascii() throws Exception {
    Report report = HostileReport.report();
    String json = json(report, ALL);
    assertThat(json.chars().filter(c -> c != '\n')).allMatch(c -> c >= ' ' && c < 0x7f);
    assertThat(json(read(json), ALL)).isEqualTo(json);
  }

  @Test
  void the_fields_stand_in_the_contracts_order() throws Exception {
    JsonNode root =
        new JsonMapper().readTree(json(Reports.of(Reports.freeside()), RenderOptions.plain()));
    assertThat(root.fieldNames())
        .toIterable()
        .containsExactly(
            "formatVersion",
            "scanId",
            "startedAt",
            "finishedAt",
            "apiCalls",
            "stacks",
            "accountCoverage");
    JsonNode stack = root.at("/stacks/0");
    assertThat(stack.fieldNames())
        .toIterable()
        .containsExactly(
            "stack",
            "environment",
            "status",
            "error",
            "state",
            "fingerprint",
            "summary",
            "resources",
            "unmanaged",
            "notes");
    assertThat(stack.at("/resources/0").fieldNames())
        .toIterable()
        .containsExactly(
            "address", "type", "id", "account", "region", "status", "severity", "changes");
    assertThat(stack.at("/resources/0/changes/0").fieldNames())
        .toIterable()
        .containsExactly("path", "expected", "actual", "sensitive", "items");
    assertThat(root.get("startedAt").textValue()).isEqualTo("2026-11-02T09:00:00Z");
  }

  @Test
  void resources_in_sync_are_written_only_when_asked_for() {
    Report report = Reports.of(Reports.freeside());
    assertThat(json(report, RenderOptions.plain())).doesNotContain("aws_vpc.main");
    assertThat(json(report, ALL)).contains("aws_vpc.main");
  }

  @ParameterizedTest
  @CsvSource({"100,100", "0.5,0.5", "1E+3,1000", "1E+1000000000,1E+1000000000"})
  void numbers_are_plain_unless_they_would_fill_the_file(String number, String written)
      throws Exception {
    Value value = new Value.Num(new BigDecimal(number));
    var change = new Change("n", Value.none(), value, false, List.of());
    var report = Reports.of(Reports.stack("a", Reports.drifted("aws_vpc.a", Severity.LOW, change)));
    assertThat(json(report, ALL)).contains("\"actual\" : " + written + ",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          not json                                       ; it is not JSON
          {"version": 4, "resources": []}                ; it has no formatVersion
          []                                             ; it has no formatVersion
          {"formatVersion": "2.0", "stacks": []}         ; Update Plumbline
          {"formatVersion": "1.0", "stacks": []}         ; a report has no startedAt
          """)
  void what_is_no_report_is_said_to_be_none(String json, String message) {
    assertThatExceptionOfType(ReportFormatException.class)
        .isThrownBy(() -> read(json))
        .withMessageContaining(message);
  }

  @Test
  void a_later_minor_version_is_read() throws Exception {
    String json = json(Reports.of(Reports.freeside()), ALL).replace("\"1.0\"", "\"1.7\"");
    assertThat(read(json).stacks()).hasSize(1);
  }

  @Test
  void an_unknown_status_is_an_error_not_a_guess() {
    String json = json(Reports.of(Reports.freeside()), ALL).replace("DRIFTED", "SHIFTED");
    assertThatExceptionOfType(ReportFormatException.class)
        .isThrownBy(() -> read(json))
        .withMessageContaining("status SHIFTED is not known");
  }
}
