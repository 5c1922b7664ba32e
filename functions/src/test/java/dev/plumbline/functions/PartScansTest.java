package dev.plumbline.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.store.Runs;
import dev.plumbline.functions.metrics.EmbeddedMetrics;
import dev.plumbline.functions.metrics.RunCost;
import dev.plumbline.functions.metrics.ScanMetrics;
import dev.plumbline.wiring.publish.AlertChannel;
import dev.plumbline.wiring.publish.Destinations;
import dev.plumbline.wiring.publish.IssueChannel;
import dev.plumbline.wiring.publish.Publishing;
import dev.plumbline.wiring.publish.ReportStore;
import dev.plumbline.wiring.publish.S3Fingerprints;
import dev.plumbline.wiring.publish.SharedStore;
import dev.plumbline.wiring.settings.ConfigurationStore;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.ServiceEnvironment;
import dev.plumbline.wiring.store.Store;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;

/** One stack of a run: scanned as any other, and told of at the run's end. */
class PartScansTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final String EVENT =
      "{\"run\": \"one\", \"item\": {\"stack\": \"shop\", \"state\": \"s3://b/shop.tfstate\"}}";

  private final FakeAccount account = new FakeAccount();
  private final Results results = new Results();
  @TempDir private Path folder;
  private StackReport found = drifted();
  private int scans;

  @BeforeEach
  void deploy() {
    account.objects.put(
        "reports-bucket/plumbline.yaml",
        "version: 1\nstacks: [{name: shop, state: \"s3://b/shop.tfstate\"}]");
    account.secrets.put("key", "0123456789abcdef0123456789abcdef");
  }

  @Test
  void drift_is_kept_as_news_for_the_runs_end_and_told_to_nobody_now() throws Exception {
    Runs.Result result = scan(EVENT);

    assertThat(result.status()).isEqualTo(StackStatus.SCANNED);
    assertThat(result.news()).isTrue();
    assertThat(result.worst()).contains(Severity.HIGH);
    assertThat(result.calls()).isEqualTo(5);
    assertThat(results.find("one", "shop")).contains(result);
    assertThat(account.messages).isEmpty();
    assertThat(account.objects.keySet())
        .anyMatch(key -> key.matches("reports-bucket/reports/.*\\.json"))
        .noneMatch(key -> key.contains("fingerprints/"))
        .as("ten thousand stacks do not write one page ten thousand times")
        .noneMatch(key -> key.endsWith("index.html"));
  }

  @Test
  void a_stack_that_the_run_has_is_passed_over() throws Exception {
    scan(EVENT);
    scan(EVENT);
    assertThat(scans).isOne();

    scan(EVENT.replace("one", "two"));
    assertThat(scans).isEqualTo(2);
  }

  @Test
  void a_stack_that_fails_is_a_result_and_is_scanned_again_when_the_run_goes_on() throws Exception {
    found = failed();
    Runs.Result result = scan(EVENT);
    assertThat(result.status()).isEqualTo(StackStatus.FAILED);
    assertThat(result.problems()).singleElement().asString().contains("NO_SUCH_OBJECT");
    assertThat(result.news()).isFalse();

    found = drifted();
    assertThat(scan(EVENT).done()).isTrue();
  }

  @Test
  void a_configuration_that_cannot_be_read_is_what_became_of_the_stack() throws Exception {
    account.objects.clear();
    Runs.Result result = scan(EVENT);
    assertThat(result.status()).isEqualTo(StackStatus.FAILED);
    assertThat(result.problems()).singleElement().asString().contains("s3://reports-bucket");
  }

  @Test
  void a_name_that_could_lead_out_of_its_folder_is_no_runs() {
    assertThatExceptionOfType(ScanInputException.class)
        .isThrownBy(() -> input(EVENT.replace("one", "../one")))
        .withMessageContaining("The name of a run");
    assertThatExceptionOfType(ScanInputException.class)
        .isThrownBy(() -> input("{\"run\": \"one\", \"item\": {\"stack\": \"shop\"}}"))
        .withMessageContaining("names no stack and state");
  }

  private static ScanInput input(String event) throws Exception {
    return ScanInput.read(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), new JsonMapper());
  }

  private Runs.Result scan(String event) throws Exception {
    ScanInput input = input(event);
    InstantSource clock = InstantSource.fixed(NOW);
    return new PartScans(run(clock), results, clock)
        .scan(input, input.part().orElseThrow(), Duration.ofMinutes(15));
  }

  private ScanRun run(InstantSource clock) throws Exception {
    Store store = Store.inFolder(folder, clock);
    Optional<SharedStore> shared =
        Optional.of(new SharedStore(store.stacks(), store.leases(), store.deliveries()));
    Secrets secrets = new Secrets(account::secretsManager, clock);
    return new ScanRun(
        ServiceEnvironment.of(
            Map.of(
                "CONFIG_URI", "s3://reports-bucket/plumbline.yaml",
                "REPORT_BUCKET", "reports-bucket",
                "DEPLOYMENT_KEY_SECRET_ARN", "key")),
        new ConfigurationStore(account::s3, SsmClient::create),
        secrets,
        (_, _, _, _) -> scanned(),
        new Publishing(
            new ReportStore(account.s3(), "reports-bucket"),
            new AlertChannel(
                _ -> account.sns(),
                Optional.of("arn:aws:sns:us-east-1:123456789012:drift"),
                new S3Fingerprints(account.s3(), "reports-bucket"),
                shared),
            new IssueChannel(secrets, Optional.empty()),
            Optional.empty(),
            shared,
            Optional.empty()),
        _ -> {},
        new ScanMetrics(
            new EmbeddedMetrics(_ -> {}, "test", clock), new RunCost(1_024, 0.0000133334)),
        clock);
  }

  private Cloud.Scanned scanned() {
    scans++;
    TreeMap<String, Long> calls = new TreeMap<>(Map.of("sqs:GetQueueAttributes", 5L));
    LinkedHashMap<String, Publish> byStack = new LinkedHashMap<>();
    byStack.put("shop", Publish.NOWHERE);
    return new Cloud.Scanned(
        new Report("scan-" + scans, NOW, NOW, calls, List.of(found)), new Destinations(byStack), 0);
  }

  private static StackReport drifted() {
    ResourceReport queue =
        new ResourceReport(
            "aws_sqs_queue.jobs",
            "aws_sqs_queue",
            "https://sqs/jobs",
            "123456789012",
            "us-east-1",
            Status.DELETED,
            Optional.of(Severity.HIGH),
            List.of(),
            "it is gone");
    return stack(StackStatus.SCANNED, Optional.empty(), List.of(queue));
  }

  private static StackReport failed() {
    Problem problem = new Problem("NO_SUCH_OBJECT", "nothing there", "Create it.");
    return stack(StackStatus.FAILED, Optional.of(problem), List.of());
  }

  private static StackReport stack(
      StackStatus status, Optional<Problem> problem, List<ResourceReport> resources) {
    return new StackReport(
        "shop",
        "",
        status,
        problem,
        Optional.empty(),
        resources.isEmpty() ? "" : "sha256:1",
        new Summary(1, 0, 0, resources.size(), 0, 0, 0, 0, 1, 1, 1),
        resources,
        List.of(),
        List.of());
  }

  private static final class Results implements Runs {
    private final Map<String, Result> kept = new HashMap<>();

    @Override
    public void keep(String run, Result result) {
      kept.put(run + " " + result.stack(), result);
    }

    @Override
    public Optional<Result> find(String run, String stack) {
      return Optional.ofNullable(kept.get(run + " " + stack));
    }

    @Override
    public List<Result> of(String run) {
      return List.copyOf(kept.values());
    }
  }
}
