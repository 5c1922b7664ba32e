package dev.plumbline.functions.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
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
import dev.plumbline.functions.FakeContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScanMetricsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final double SECOND = 0.0000133334;

  private final List<String> lines = new ArrayList<>();
  private final EmbeddedMetrics metrics =
      new EmbeddedMetrics(lines::add, "acme", InstantSource.fixed(NOW));
  private final ScanMetrics scans = new ScanMetrics(metrics, new RunCost(1_024, SECOND));

  @Test
  void each_figure_is_named_where_cloudwatch_looks_for_it_and_has_a_value() throws Exception {
    scans.tell(report(scanned()), 0, Duration.ofSeconds(3));

    for (JsonNode document : documents()) {
      JsonNode directive = document.at("/_aws/CloudWatchMetrics/0");
      assertThat(directive.path("Namespace").asText()).isEqualTo("Plumbline");
      assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Deployment\"]]");
      assertThat(document.path("Deployment").asText()).isEqualTo("acme");
      assertThat(document.at("/_aws/Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
      assertThat(directive.path("Metrics"))
          .isNotEmpty()
          .allSatisfy(
              each -> assertThat(document.path(each.path("Name").asText()).isNumber()).isTrue());
    }
  }

  @Test
  void drift_is_told_by_severity_and_the_stack_is_no_dimension() throws Exception {
    scans.tell(report(scanned()), 0, Duration.ofSeconds(3));

    JsonNode stack = documents().getFirst();
    assertThat(stack.path("stack").asText()).isEqualTo("shop");
    assertThat(stack.path("scanId").asText()).isEqualTo("scan-1");
    assertThat(stack.path("DriftCritical").asInt()).isEqualTo(1);
    assertThat(stack.path("DriftLow").asInt()).isEqualTo(1);
    assertThat(stack.path("DriftHigh").asInt()).isZero();
    assertThat(stack.path("Coverage").asDouble()).isEqualTo(75.0);
    assertThat(stack.path("Unreadable").asInt()).isEqualTo(1);
  }

  @Test
  void a_stack_that_was_not_scanned_has_no_figure_that_says_it_is_clean() throws Exception {
    scans.tell(report(failed()), 0, Duration.ofSeconds(3));

    JsonNode stack = documents().getFirst();
    assertThat(stack.path("StacksFailed").asInt()).isEqualTo(1);
    assertThat(stack.has("DriftCritical")).isFalse();
    assertThat(stack.has("Coverage")).isFalse();
  }

  @Test
  void the_run_has_its_calls_throttles_duration_and_cost() throws Exception {
    scans.tell(report(scanned()), 7, Duration.ofSeconds(3));

    JsonNode run = documents().getLast();
    assertThat(run.path("ApiCalls").asInt()).isEqualTo(1_010);
    assertThat(run.path("calls").path("ec2:DescribeVpcs").asInt()).isEqualTo(10);
    assertThat(run.path("Throttles").asInt()).isEqualTo(7);
    assertThat(run.path("ScanDuration").asInt()).isEqualTo(3_000);
    assertThat(run.path("EstimatedCost").asDouble())
        .isCloseTo(3 * SECOND + 0.0000002 + 1_000 * 0.000005, within(1e-12));
  }

  @Test
  void half_the_memory_costs_half() {
    Duration took = Duration.ofSeconds(1);

    assertThat(new RunCost(512, SECOND).of(took, Map.of()))
        .isCloseTo(SECOND / 2 + 0.0000002, within(1e-12));
    assertThat(RunCost.here(Map.of("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")).memoryMiB())
        .isEqualTo(512);
  }

  @Test
  void the_age_of_a_batch_is_that_of_its_oldest_message() throws Exception {
    QueueAge age = new QueueAge(metrics, InstantSource.fixed(NOW));

    age.tell(
        batch(NOW.minusSeconds(5), NOW.minusSeconds(90)), new FakeContext("work", Duration.ZERO));
    age.tell(batch(), new FakeContext("work", Duration.ZERO));

    assertThat(documents())
        .singleElement()
        .satisfies(each -> assertThat(each.path("QueueAge").asInt()).isEqualTo(90));
  }

  @Test
  void everything_that_has_a_name_is_told_by_something() throws Exception {
    scans.tell(report(scanned(), failed()), 0, Duration.ofSeconds(3));
    new QueueAge(metrics, InstantSource.fixed(NOW))
        .tell(batch(NOW), new FakeContext("work", Duration.ZERO));

    Set<String> told = new TreeSet<>();
    for (JsonNode document : documents()) {
      document
          .at("/_aws/CloudWatchMetrics/0/Metrics")
          .forEach(each -> told.add(each.path("Name").asText()));
    }
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Metric.values()).map(Metric::title).toList());
  }

  private List<JsonNode> documents() throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (String line : lines) {
      assertThat(line).doesNotContain("\n");
      documents.add(new JsonMapper().readTree(line));
    }
    return documents;
  }

  private static SQSEvent batch(Instant... sent) {
    SQSEvent event = new SQSEvent();
    event.setRecords(
        Arrays.stream(sent)
            .map(
                each -> {
                  SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
                  message.setAttributes(
                      Map.of("SentTimestamp", Long.toString(each.toEpochMilli())));
                  return message;
                })
            .toList());
    return event;
  }

  private static Report report(StackReport... stacks) {
    var calls = new TreeMap<>(Map.of("ec2:DescribeVpcs", 10L, "s3:ListAllMyBuckets", 1_000L));
    return new Report("scan-1", NOW, NOW, calls, List.of(stacks));
  }

  private static StackReport scanned() {
    return stack(
        "shop",
        StackStatus.SCANNED,
        Optional.empty(),
        new Summary(4, 1, 2, 0, 0, 1, 0, 0, 0.75, 9, 12),
        List.of(drifted(Optional.of(Severity.CRITICAL)), drifted(Optional.empty())));
  }

  private static StackReport failed() {
    return stack(
        "broken",
        StackStatus.FAILED,
        Optional.of(new Problem("NO_SUCH_OBJECT", "nothing there", "Create it.")),
        new Summary(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0),
        List.of());
  }

  private static StackReport stack(
      String name,
      StackStatus status,
      Optional<Problem> error,
      Summary summary,
      List<ResourceReport> resources) {
    return new StackReport(
        name,
        "production",
        status,
        error,
        Optional.empty(),
        "sha256:1",
        summary,
        resources,
        List.of(),
        List.of());
  }

  private static ResourceReport drifted(Optional<Severity> severity) {
    return new ResourceReport(
        "aws_sqs_queue.jobs",
        "aws_sqs_queue",
        "q",
        "123456789012",
        "us-east-1",
        Status.DRIFTED,
        severity,
        List.of(),
        "");
  }
}
