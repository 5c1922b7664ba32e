package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
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
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;

class ScanFunctionTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final String CONFIGURATION =
      "version: 1\nstacks: [{name: shop, state: \"s3://b/shop.tfstate\"}]";

  private final FakeAccount account = new FakeAccount();
  private final List<Instant> deadlines = new ArrayList<>();
  private List<StackReport> found = List.of();
  private final List<Report> followed = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Optional<Store> memory = Optional.empty();

  @BeforeEach
  void deploy() {
    account.objects.put("reports-bucket/plumbline.yaml", CONFIGURATION);
    account.secrets.put("key", "0123456789abcdef0123456789abcdef");
  }

  @Test
  void the_answer_holds_counts_and_outcomes_and_the_bucket_holds_the_report() throws Exception {
    found = List.of(drifted("shop", "sha256:1"));

    JsonNode answer = invoke("{}");

    JsonNode stack = answer.get("stacks").get(0);
    assertThat(stack.get("stack").asText()).isEqualTo("shop");
    assertThat(stack.get("status").asText()).isEqualTo("SCANNED");
    assertThat(stack.get("fingerprint").asText()).isEqualTo("sha256:1");
    assertThat(stack.at("/summary/drifted").asInt()).isEqualTo(1);
    assertThat(stack.at("/alert/action").asText()).isEqualTo("SENT");
    assertThat(answer.get("failures")).isEmpty();
    String key =
        "reports-bucket/reports/2026/11/23/090000-%s.json".formatted(answer.get("scanId").asText());
    assertThat(answer.get("report").asText()).isEqualTo("s3://" + key);
    assertThat(account.objects.get(key)).contains("aws_sqs_queue.jobs");
  }

  @Test
  void a_retry_over_the_same_drift_sends_no_second_message() throws Exception {
    found = List.of(drifted("shop", "sha256:1"));
    invoke("{}");

    assertThat(invoke("{}").at("/stacks/0/alert/action").asText()).isEqualTo("NOT_SENT");
    assertThat(account.messages).hasSize(1);

    found = List.of(drifted("shop", "sha256:2"));
    invoke("{}");
    assertThat(account.messages).hasSize(2);
  }

  @Test
  void a_dry_run_sends_nothing_and_remembers_nothing() throws Exception {
    found = List.of(drifted("shop", "sha256:1"));

    JsonNode answer = invoke("{\"dryRun\":true}");

    assertThat(answer.at("/stacks/0/alert/note").asText()).startsWith("would be sent");
    assertThat(account.messages).isEmpty();
    assertThat(account.objects.keySet()).noneMatch(key -> key.contains("fingerprints/"));
  }

  @Test
  void a_baseline_is_quiet_until_the_drift_changes() throws Exception {
    found = List.of(drifted("shop", "sha256:1"));

    invoke("{\"baseline\":true}");
    invoke("{}");
    assertThat(account.messages).isEmpty();

    found = List.of(drifted("shop", "sha256:2"));
    invoke("{}");
    assertThat(account.messages).hasSize(1);
  }

  @Test
  void every_scan_is_told_in_figures_by_the_id_it_is_kept_under() throws Exception {
    found = List.of(drifted("shop", "sha256:1"));

    String scan = invoke("{}").get("scanId").asText();

    assertThat(told).hasSize(2).allMatch(line -> line.contains("\"scanId\":\"" + scan + "\""));
  }

  @Test
  void a_failed_stack_ends_in_an_error_after_the_others_were_published() {
    found = List.of(failed("broken"), drifted("shop", "sha256:1"));

    assertThatExceptionOfType(ScanFailedException.class)
        .isThrownBy(() -> invoke("{}"))
        .withMessageContaining("broken was not scanned: NO_SUCH_OBJECT: nothing there Create it.");
    assertThat(account.messages).hasSize(1);
    assertThat(account.objects.keySet()).anyMatch(key -> key.contains("/reports/"));
  }

  @Test
  void a_report_that_cannot_be_kept_keeps_nobody_from_being_told_and_ends_in_an_error() {
    found = List.of(drifted("shop", "sha256:1"));
    account.putsDenied = true;

    assertThatExceptionOfType(ScanFailedException.class)
        .isThrownBy(() -> invoke("{}"))
        .withMessageContaining("Keeping the report in the report bucket failed");
    assertThat(account.messages).hasSize(1);
  }

  @Test
  void a_scan_is_remembered_with_where_its_report_lies(@TempDir Path folder) throws Exception {
    found = List.of(drifted("shop", "sha256:1"));
    Store store = Store.inFolder(folder, InstantSource.fixed(NOW));
    Stacks stacks = store.stacks();
    memory = Optional.of(store);

    invoke("{\"dryRun\":true}");
    assertThat(stacks.find("shop")).isEmpty();
    assertThat(followed).as("a dry run has no consequences").isEmpty();
    String scan = invoke("{}").get("scanId").asText();

    assertThat(followed).extracting(Report::scanId).containsExactly(scan);
    StackRecord shop = stacks.find("shop").orElseThrow();
    assertThat(shop.fingerprint()).isEqualTo("sha256:1");
    assertThat(shop.scanId()).isEqualTo(scan);
    assertThat(shop.reportUri())
        .isEqualTo("s3://reports-bucket/reports/2026/11/23/090000-%s.json".formatted(scan));
  }

  @Test
  void a_store_that_fails_keeps_nobody_from_being_told_and_ends_in_an_error(@TempDir Path folder)
      throws IOException {
    found = List.of(drifted("shop", "sha256:1"));
    Path file = Files.writeString(folder.resolve("a-file"), "");
    memory = Optional.of(Store.inFolder(file, InstantSource.fixed(NOW)));

    assertThatExceptionOfType(ScanFailedException.class)
        .isThrownBy(() -> invoke("{}"))
        .withMessageContaining("Remembering the scan of shop failed. ")
        .withMessageContaining("a-file")
        .withMessageContaining("name another store");
    assertThat(account.messages).hasSize(1);
  }

  @Test
  void a_configuration_with_a_mistake_is_told_with_its_place() {
    account.objects.put("reports-bucket/plumbline.yaml", "version: 1\nstakcs: []");

    assertThatExceptionOfType(ScanFailedException.class)
        .isThrownBy(() -> invoke("{}"))
        .withMessageContaining("s3://reports-bucket/plumbline.yaml has")
        .withMessageContaining("2:1");
  }

  @Test
  void a_configuration_that_is_not_there_is_told_with_what_to_do() {
    account.objects.clear();

    assertThatExceptionOfType(ScanFailedException.class)
        .isThrownBy(() -> invoke("{}"))
        .withMessageContaining(
            "Reading the configuration s3://reports-bucket/plumbline.yaml failed")
        .withMessageContaining("CONFIG_URI");
  }

  @Test
  void a_deployment_key_that_is_too_short_is_refused_without_being_said() {
    account.secrets.put("key", "short-key");

    assertThatExceptionOfType(ScanFailedException.class)
        .isThrownBy(() -> invoke("{}"))
        .withMessageContaining("has 9 bytes")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("short-key"));
  }

  @Test
  void the_scan_leaves_time_for_publishing() throws Exception {
    invoke("{}");

    // Of the 100 s that the context gives, 2 are for the answer and a fifth for publishing.
    assertThat(deadlines).containsExactly(NOW.plusSeconds(78));
  }

  private JsonNode invoke(String event) throws IOException {
    var answer = new ByteArrayOutputStream();
    function()
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(UTF_8)),
            answer,
            new FakeContext("", Duration.ofSeconds(100)));
    return new JsonMapper().readTree(answer.toByteArray());
  }

  private ScanFunction function() {
    InstantSource clock = InstantSource.fixed(NOW);
    Secrets secrets = new Secrets(account::secretsManager, clock);
    Publishing publishing =
        new Publishing(
            new ReportStore(account.s3(), "reports-bucket"),
            new AlertChannel(
                _ -> account.sns(),
                Optional.of("arn:aws:sns:us-east-1:123456789012:drift"),
                new S3Fingerprints(account.s3(), "reports-bucket")),
            new IssueChannel(secrets, Optional.empty()),
            Optional.empty(),
            memory.map(it -> new SharedStore(it.stacks(), it.leases(), it.deliveries())),
            Optional.empty());
    return new ScanFunction(
        new ScanRun(
            environment(),
            new ConfigurationStore(account::s3, SsmClient::create),
            secrets,
            (_, _, _, deadline) -> scanned(deadline),
            publishing,
            followed::add,
            new ScanMetrics(
                new EmbeddedMetrics(told::add, "test", clock), new RunCost(1_024, 0.0000133334)),
            clock),
        Optional.empty());
  }

  private static ServiceEnvironment environment() {
    try {
      return ServiceEnvironment.of(
          Map.of(
              "CONFIG_URI", "s3://reports-bucket/plumbline.yaml",
              "REPORT_BUCKET", "reports-bucket",
              "DEPLOYMENT_KEY_SECRET_ARN", "key"));
    } catch (SettingsException e) {
      throw new AssertionError(e);
    }
  }

  private Cloud.Scanned scanned(Instant deadline) {
    deadlines.add(deadline);
    Report report = new Report("scan-1", NOW, NOW, new TreeMap<>(), found);
    var byStack = new LinkedHashMap<String, Publish>();
    found.forEach(stack -> byStack.put(stack.stack(), Publish.NOWHERE));
    return new Cloud.Scanned(report, new Destinations(byStack), 0);
  }

  private static StackReport drifted(String name, String fingerprint) {
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
    return new StackReport(
        name,
        "",
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.empty(),
        fingerprint,
        new Summary(1, 0, 1, 0, 0, 0, 0, 0, 1.0, 1, 1),
        List.of(queue),
        List.of(),
        List.of());
  }

  private static StackReport failed(String name) {
    return new StackReport(
        name,
        "",
        StackStatus.FAILED,
        Optional.of(new Problem("NO_SUCH_OBJECT", "nothing there", "Create it.")),
        Optional.empty(),
        "",
        new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0, 0),
        List.of(),
        List.of(),
        List.of());
  }
}
