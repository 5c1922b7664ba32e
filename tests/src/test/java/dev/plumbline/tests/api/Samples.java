package dev.plumbline.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.functions.api.Reports.Kept;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.RenderOptions;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;

/** A store with one of everything: stack {@code net/prod}, its drift, and a plan that waits. */
final class Samples {

  static final String STACK = "net/prod";
  static final String ADDRESS = "aws_sqs_queue.jobs";
  static final String REMEDIATION = "k3v9q2m7xa";
  static final String TOKEN = REMEDIATION + "-0f1e2d3c4b5a";
  static final Actor ANA = new Actor(Actor.Realm.AWS, "ana@acme.example");
  static final Instant NOW = FakeStore.NOW;

  private static final String SHA = "0f1e2d3c4b5a" + "0".repeat(52);

  private Samples() {}

  static FakeStore store() {
    FakeStore store = new FakeStore();
    store.stacks.put("alpha", stack("alpha", 0));
    store.stacks.put(STACK, stack(STACK, 1));
    store.findings.put(STACK, List.of(finding(ADDRESS, false), finding("aws_vpc.old", true)));
    for (int i = 0; i < 3; i++) {
      store.audit.addFirst(
          new AuditTrail.Entry(
              STACK, NOW.plusSeconds(i), ANA, "revert requested", REMEDIATION, "by hand " + i));
    }
    store.remediations.put("earlier123", remediation("earlier123", Phase.DONE));
    store.remediations.put(REMEDIATION, remediation(REMEDIATION, Phase.AWAITING_APPROVAL));
    scan(store, "scan-queued", Scans.Phase.QUEUED, "", "");
    scan(store, "scan-running", Scans.Phase.RUNNING, "", "");
    scan(store, "scan-failed", Scans.Phase.FAILED, "", "The configuration has no stack called x.");
    scan(store, "scan-done", Scans.Phase.DONE, "s3://reports/reports/1.json", "");
    store.reports.put("s3://reports/reports/1.json", new Kept.Whole(bytes(report(1))));
    return store;
  }

  static void scan(FakeStore store, String id, Scans.Phase phase, String report, String problem) {
    store.scans.put(
        id,
        new Scans.Entry(
            id, new LinkedHashSet<>(List.of(STACK)), false, ANA, NOW, phase, NOW, report, problem));
  }

  static StackRecord stack(String name, int drifted) {
    return new StackRecord(
        name,
        "production",
        StackStatus.SCANNED,
        "sha256:aa",
        new Summary(9, 9 - drifted, drifted, 0, 0, 0, 0, 0, 1, 90, 100),
        "scan-done",
        NOW,
        "s3://reports/reports/1.json",
        7,
        "6a1f",
        Optional.of(new StackRecord.Issue("acme/infra", 12)),
        Optional.of(new StackRecord.Message("C1", "1.2")));
  }

  private static Finding finding(String address, boolean resolved) {
    return new Finding(
        STACK,
        address,
        "aws_sqs_queue",
        Severity.HIGH,
        "sha256:bb",
        NOW.minus(Duration.ofHours(2)),
        NOW,
        1,
        resolved ? Optional.of(NOW) : Optional.empty(),
        Optional.of(new Cause("bob", "SetQueueAttributes", NOW, "console")),
        Optional.of(new Finding.Decision(Finding.Verb.REVERTED, ANA, NOW, REMEDIATION)),
        NOW.minus(Duration.ofHours(2)),
        List.of());
  }

  static Remediation remediation(String id, Phase phase) {
    return new Remediation(
        id,
        STACK,
        Answer.REVERT,
        new TreeSet<>(List.of(ADDRESS)),
        false,
        ANA,
        new Origin.Slack("C1", "https://hooks.slack.com/canary-secret"),
        NOW,
        new Basis(7, "6a1f", "sha256:aa", new TreeMap<>()),
        phase,
        Optional.of(plan()),
        List.of(new Remediation.Approval(ANA, NOW, SHA, "c0ffee")),
        List.of(
            new Remediation.Run(
                Remediation.Run.Kind.PLAN, "build:1", "https://logs.example/1", NOW)),
        "The plan waits for an approval.",
        NOW,
        3,
        Optional.empty());
  }

  private static Plan plan() {
    SequencedMap<String, Plan.Step> actions = new TreeMap<>();
    actions.put(ADDRESS, Plan.Step.UPDATE);
    return new Plan(
        "plans/canary-key",
        "v1",
        SHA,
        "c0ffee",
        "1.11.4",
        7,
        "6a1f",
        NOW,
        NOW.plus(Duration.ofHours(1)),
        actions,
        "~ aws_sqs_queue.jobs\n    delay_seconds: 5 -> 0\u001b[2J",
        "https://logs.example/1",
        List.of());
  }

  /** A report of that many drifted resources. */
  static String report(int drifted) {
    List<Report.ResourceReport> resources =
        java.util.stream.IntStream.range(0, drifted)
            .mapToObj(
                i ->
                    new Report.ResourceReport(
                        ADDRESS + "[" + i + "]",
                        "aws_sqs_queue",
                        "https://sqs/" + i,
                        Gateway.ACCOUNT,
                        "eu-west-1",
                        Report.Status.DELETED,
                        Optional.of(Severity.HIGH),
                        List.of(),
                        "the queue is not there"))
            .toList();
    Report.StackReport stack =
        new Report.StackReport(
            STACK,
            "production",
            StackStatus.SCANNED,
            Optional.empty(),
            Optional.empty(),
            "sha256:aa",
            new Summary(drifted, 0, 0, drifted, 0, 0, 0, 0, 1, 0, 0),
            resources,
            List.of(),
            List.of());
    StringWriter out = new StringWriter();
    try {
      new JsonReport()
          .render(
              new Report("scan-done", NOW, NOW, new TreeMap<>(), List.of(stack)),
              new RenderOptions(true, false, 100),
              out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static SdkBytes bytes(String text) {
    return SdkBytes.fromByteArray(text.getBytes(UTF_8));
  }
}
