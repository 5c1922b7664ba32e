package dev.plumbline.functions.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.scan.Merge.Dated;
import dev.plumbline.wiring.events.PartScan;
import dev.plumbline.wiring.events.Parts;
import dev.plumbline.wiring.publish.Destinations;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A stack whose queue "old" drifts since long: somebody has changed "new" now. */
class PartMetricsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final double SECOND = 0.0000133334;

  private final List<String> lines = new ArrayList<>();
  private final PartMetrics parts =
      new PartMetrics(
          new EmbeddedMetrics(lines::add, "acme", InstantSource.fixed(NOW)),
          new RunCost(1_024, SECOND));

  @Test
  void what_it_took_is_told_with_the_stack_and_the_scan() throws Exception {
    parts.tell(scan(scanned(drifted("new", Severity.CRITICAL))));

    JsonNode told = documents().getFirst();
    assertThat(told.path("stack").asText()).isEqualTo("shop");
    assertThat(told.path("scanId").asText()).isEqualTo("part-1");
    assertThat(told.path("ApiCalls").asInt()).isEqualTo(2);
    assertThat(told.path("Throttles").asInt()).isEqualTo(3);
    assertThat(told.path("ScanDuration").asInt()).isEqualTo(4_000);
    assertThat(told.path("EstimatedCost").asDouble())
        .isCloseTo(4 * SECOND + 0.0000002, within(1e-12));
  }

  @Test
  void drift_is_a_metric_where_it_is_news_so_that_sums_over_stacks_stay_true() throws Exception {
    parts.tell(scan(scanned(drifted("new", Severity.CRITICAL), drifted("old", Severity.HIGH))));

    JsonNode told = documents().getFirst();
    assertThat(metrics(told)).contains("DriftCritical", "DriftHigh", "Unreadable");
    assertThat(told.path("DriftCritical").asInt()).isOne();
    assertThat(told.path("DriftHigh").asInt()).isZero();
    assertThat(told.path("Unreadable").asInt()).isZero();
    assertThat(metrics(told)).doesNotContain("Stacks", "Resources", "Coverage", "StacksFailed");
  }

  @Test
  void how_the_whole_stack_stands_is_in_the_log_for_its_table_and_makes_no_metric()
      throws Exception {
    parts.tell(scan(scanned(drifted("new", Severity.CRITICAL))));

    JsonNode whole = documents().getLast();
    assertThat(whole.has("_aws")).isFalse();
    assertThat(whole.path("stack").asText()).isEqualTo("shop");
    assertThat(whole.path("StacksFailed").asInt(-1)).isZero();
    assertThat(whole.path("DriftCritical").asInt()).isOne();
    assertThat(whole.path("DriftHigh").asInt()).isOne();
    assertThat(whole.path("Resources").asInt()).isEqualTo(2);
  }

  @Test
  void a_stack_that_is_being_deployed_has_no_figure_that_says_it_is_clean() throws Exception {
    parts.tell(scan(locked()));

    assertThat(documents())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.path("ApiCalls").asInt()).isEqualTo(2);
              assertThat(told.path("status").asText()).isEqualTo("DEFERRED");
              assertThat(told.has("DriftCritical")).isFalse();
            });
  }

  private static List<String> metrics(JsonNode document) {
    List<String> names = new ArrayList<>();
    document
        .at("/_aws/CloudWatchMetrics/0/Metrics")
        .forEach(each -> names.add(each.path("Name").asText()));
    return names;
  }

  private List<JsonNode> documents() throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (String line : lines) {
      documents.add(new JsonMapper().readTree(line));
    }
    return documents;
  }

  private static PartScan scan(StackReport read) {
    Report report =
        new Report(
            "part-1", NOW, NOW, new TreeMap<>(Map.of("sqs:GetQueueAttributes", 2L)), List.of(read));
    return new PartScan(
        new Parts.Part(
            report,
            new Destinations(new LinkedHashMap<>()),
            Set.of("aws_sqs_queue.old", "aws_sqs_queue.new"),
            address -> Set.of(address),
            _ -> List.of(),
            3),
        new Dated(scanned(drifted("old", Severity.HIGH)), NOW.minusSeconds(3_600)),
        Duration.ofSeconds(4));
  }

  private static StackReport scanned(ResourceReport... resources) {
    return stack(StackStatus.SCANNED, Optional.empty(), List.of(resources));
  }

  private static StackReport locked() {
    Problem problem = new Problem("LOCKED", "it is locked", "Wait.");
    return stack(StackStatus.DEFERRED, Optional.of(problem), List.of());
  }

  private static StackReport stack(
      StackStatus status, Optional<Problem> error, List<ResourceReport> resources) {
    return new StackReport(
        "shop",
        "production",
        status,
        error,
        Optional.empty(),
        "sha256:1",
        new Summary(resources.size(), 0, resources.size(), 0, 0, 0, 0, 0, 1, 1, 1),
        resources,
        List.of(),
        List.of());
  }

  private static ResourceReport drifted(String queue, Severity severity) {
    return new ResourceReport(
            "aws_sqs_queue." + queue,
            "aws_sqs_queue",
            queue,
            "123456789012",
            "us-east-1",
            Status.DRIFTED,
            Optional.of(severity),
            List.of(),
            "")
        .withFingerprint("sha256:" + queue);
  }
}
