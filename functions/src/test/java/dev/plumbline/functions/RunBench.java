package dev.plumbline.functions;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ssm.SsmClient;

/** What the scans of a run are made with, in memory; what they find is what a test says. */
final class RunBench {

  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  final FakeAccount account = new FakeAccount();
  final Results results = new Results();
  final Path folder;
  StackReport found = drifted();
  Instant now = NOW;
  int scans;

  RunBench(Path folder) {
    this.folder = folder;
    account.objects.put(
        "reports-bucket/plumbline.yaml",
        "version: 1\nstacks: [{name: shop, state: \"s3://b/shop.tfstate\"}]");
    account.secrets.put("key", "0123456789abcdef0123456789abcdef");
  }

  static ScanInput input(String event) throws Exception {
    return ScanInput.read(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), new JsonMapper());
  }

  Store store() throws Exception {
    return Store.inFolder(folder, this::time);
  }

  Instant time() {
    return now;
  }

  ScanRun run() throws Exception {
    InstantSource clock = this::time;
    Store store = store();
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

  Cloud.Scanned scanned() {
    scans++;
    TreeMap<String, Long> calls = new TreeMap<>(Map.of("sqs:GetQueueAttributes", 5L));
    LinkedHashMap<String, Publish> byStack = new LinkedHashMap<>();
    byStack.put("shop", Publish.NOWHERE);
    return new Cloud.Scanned(
        new Report("scan-" + scans, NOW, NOW, calls, List.of(found)), new Destinations(byStack), 0);
  }

  static StackReport drifted() {
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

  static StackReport failed() {
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

  static final class Results implements Runs {
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
