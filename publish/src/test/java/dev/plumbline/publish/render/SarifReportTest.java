package dev.plumbline.publish.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.HostileReport;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.html.SamplePages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  private static final RenderOptions WHOLE = new RenderOptions(true, false, 100);

  private final JsonMapper json = new JsonMapper();

  private JsonNode render(Report report) throws IOException {
    return json.readTree(new SarifReport().toText(report, WHOLE));
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SarifReportTest.class.getResourceAsStream("/schema/sarif-2.1.0-rtm.5.json"))) {
      return JsonSchemaFactory.getInstance(VersionFlag.V4)
          .getSchema(in, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
  }

  private static JsonNode result(JsonNode log, String address) {
    for (JsonNode result : log.at("/runs/0/results")) {
      if (result
          .at("/locations/0/logicalLocations/0/fullyQualifiedName")
          .asText()
          .equals(address)) {
        return result;
      }
    }
    throw new AssertionError("no result for " + address);
  }

  @Test
  void it_is_what_the_standard_asks_for_whatever_the_data() throws IOException {
    for (Report report : List.of(SamplePages.report(), HostileReport.report(), Reports.of())) {
      assertThat(schema().validate(render(report))).isEmpty();
    }
  }

  @Test
  void a_log_that_the_standard_forbids_is_found_by_the_same_check() throws IOException {
    assertThat(schema().validate(json.readTree("{\"version\":\"2.1.0\",\"runs\":[{}]}")))
        .isNotEmpty();
  }

  @Test
  void a_level_follows_the_severity_and_an_address_says_where() throws IOException {
    JsonNode log = render(SamplePages.report());
    Map<String, String> levels =
        Map.of(
            "module.net.aws_security_group.web[\"a\"]", "drifted error",
            "aws_s3_bucket_policy.site", "drifted error",
            "module.db[\"a.b\"].aws_db_instance.main", "drifted warning",
            "aws_sqs_queue.jobs[0]", "drifted note",
            "aws_sns_topic.alerts", "deleted error");
    levels.forEach(
        (address, level) -> {
          JsonNode result = result(log, address);
          assertThat(result.at("/ruleId").asText() + " " + result.at("/level").asText())
              .as(address)
              .isEqualTo(level);
          assertThat(log.at("/runs/0/tool/driver/rules/" + result.at("/ruleIndex").asInt() + "/id"))
              .isEqualTo(result.at("/ruleId"));
          assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
              .isEqualTo("s3://states/freeside.tfstate");
        });
  }

  @Test
  void what_a_rule_ignores_is_suppressed_with_its_reason() throws IOException {
    assertThat(result(render(SamplePages.report()), "aws_ecs_service.web").at("/suppressions/0"))
        .isEqualTo(
            json.readTree(
                """
                {"kind": "external", "status": "accepted", "justification": "autoscaling (@platform)"}
                """));
  }

  @Test
  void what_could_not_be_read_is_open_and_what_is_in_sync_needs_no_result() throws IOException {
    JsonNode log = render(SamplePages.report());
    assertThat(result(log, "aws_kms_key.a").at("/kind").asText()).isEqualTo("open");
    assertThat(result(log, "aws_glue_job.x").at("/kind").asText()).isEqualTo("open");
    assertThat(result(log, "aws_s3_bucket rogue").at("/kind").asText()).isEqualTo("informational");
    assertThat(log.toString()).doesNotContain("aws_vpc.main");
  }

  @Test
  void a_stack_that_was_not_scanned_claims_no_results_at_all() throws IOException {
    JsonNode run = render(Reports.of(Reports.unscanned("villa", StackStatus.FAILED))).at("/runs/0");
    assertThat(run.has("results")).isFalse();
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .contains("LOCKED", "Wait for the apply.");
  }

  @Test
  void a_finding_is_known_again_by_its_place_and_by_its_own_print() throws IOException {
    var drifted = Reports.drifted("aws_vpc.a", Severity.LOW);
    JsonNode one = render(Reports.of(Reports.stack("a", drifted.withFingerprint("sha256:one"))));
    JsonNode two = render(Reports.of(Reports.stack("a", drifted.withFingerprint("sha256:two"))));
    JsonNode other = render(Reports.of(Reports.stack("b", drifted.withFingerprint("sha256:one"))));
    String prints = "/runs/0/results/0/partialFingerprints/";
    assertThat(one.at(prints + "plumblineFinding~1v1").asText()).isEqualTo("sha256:one");
    assertThat(one.at(prints + "primaryLocationLineHash"))
        .isEqualTo(two.at(prints + "primaryLocationLineHash"))
        .isNotEqualTo(other.at(prints + "primaryLocationLineHash"));
  }

  @Test
  void no_data_is_a_link_a_placeholder_or_a_scheme() throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> uris = new ArrayList<>();
    JsonNode log = render(HostileReport.report());
    log.findValuesAsText("text").forEach(texts::add);
    log.findValuesAsText("uri").forEach(uris::add);
    assertThat(texts).hasSizeGreaterThan(100).noneMatch(text -> text.contains("]("));
    assertThat(texts)
        .allMatch(text -> !text.replace("{{", "").replace("}}", "").matches("(?s).*[{}].*"));
    assertThat(uris).isNotEmpty().allMatch(uri -> uri.matches("[A-Za-z0-9._~/%-]*"));
    assertThat(SarifText.uri("s3://states/a b.tfstate")).isEqualTo("s3://states/a%20b.tfstate");
  }

  @Test
  void a_kept_report_renders_as_the_scan_did() throws Exception {
    Report report = SamplePages.report();
    String kept = new JsonReport().toText(report, WHOLE);
    Report read = JsonReport.read(new ByteArrayInputStream(kept.getBytes(StandardCharsets.UTF_8)));
    assertThat(render(read)).isEqualTo(render(report));
  }
}
