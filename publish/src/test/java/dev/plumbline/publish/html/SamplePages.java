package dev.plumbline.publish.html;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.PastScan;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.publish.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What pages are made of in tests. */
public final class SamplePages {

  private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");

  private static final List<String> TYPES =
      List.of("aws_sqs_queue", "aws_s3_bucket", "aws_iam_role", "aws_security_group");

  private SamplePages() {}

  /** Three stacks, one that drifted, one that did not and one that was locked. */
  public static Report report() {
    StackReport freeside = Reports.freeside();
    List<ResourceReport> resources = new ArrayList<>();
    for (ResourceReport each : freeside.resources()) {
      resources.add(
          each.type().equals("aws_security_group")
              ? each.withCause(
                  new Cause(
                      "ana@acme.example",
                      "AuthorizeSecurityGroupIngress",
                      MONDAY.minus(Duration.ofHours(3)),
                      "console"))
              : each);
    }
    return Reports.of()
        .with(
            List.of(
                Reports.stack(
                    "freeside",
                    resources,
                    List.of(new Unmanaged("aws_s3_bucket", "rogue", "111122223333", "us-east-1")),
                    freeside.notes()),
                Reports.stack("straylight", Reports.other("aws_vpc.main", Status.IN_SYNC, "")),
                Reports.unscanned("villa", StackStatus.DEFERRED)),
            List.of(new Report.ServiceCoverage("111122223333", "s3", 4, 1)));
  }

  /** Scans before the report's, by stack. */
  public static Map<String, List<PastScan>> earlier() {
    return Map.of("freeside", scans(8));
  }

  /** That many scans, a week apart, the last a week ago. */
  public static List<PastScan> scans(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new PastScan(
                    "scan-0" + i,
                    MONDAY.minus(Duration.ofDays(7L * (count - i))),
                    i == 3 ? StackStatus.FAILED : StackStatus.SCANNED,
                    i * 7 % 5,
                    i % 2,
                    1 - i % 3 / 10.0,
                    i > 0))
        .toList();
  }

  /** One stack of so many resources, of which every other drifted. */
  public static Report large(int resources) {
    List<ResourceReport> all = new ArrayList<>();
    for (int i = 0; i < resources; i++) {
      String address = TYPES.get(i % TYPES.size()) + ".resource_%05d".formatted(i);
      all.add(
          i % 2 == 0
              ? Reports.drifted(
                  address,
                  Severity.values()[i % 4],
                  Reports.text("tags[\"Owner\"]", "ana", "bob " + i),
                  Reports.text("name", "queue-" + i, "queue-" + i + "-by-hand"))
              : Reports.other(address, Status.IN_SYNC, ""));
    }
    return Reports.of(Reports.stack("large", all, List.of(), List.of()));
  }

  /** So many stacks as a store remembers them. */
  public static List<StackRecord> stacks(int count) {
    return IntStream.range(0, count).mapToObj(SamplePages::stack).toList();
  }

  private static StackRecord stack(int i) {
    boolean drifted = i % 20 == 7;
    StackReport report =
        Reports.stack(
            "stack-%05d".formatted(i),
            drifted
                ? Reports.drifted("aws_sqs_queue.a", Severity.HIGH, Reports.text("name", "a", "b"))
                : Reports.other("aws_sqs_queue.a", Status.IN_SYNC, ""));
    List<PastScan> scans =
        drifted
            ? scans(30)
            : List.of(
                new PastScan("scan-1", MONDAY, StackStatus.SCANNED, 0, 0, 1, true),
                new PastScan("scan-2", MONDAY.plusSeconds(60), StackStatus.SCANNED, 0, 0, 1, true));
    return record(report, i % 3 == 0 ? "production" : "staging", scans);
  }

  /** What a store would remember of that report. */
  public static StackRecord record(StackReport report, String environment, List<PastScan> scans) {
    return new StackRecord(
        report.stack(),
        environment,
        report.status(),
        report.fingerprint(),
        report.summary(),
        "scan-2",
        MONDAY,
        "",
        7,
        "lineage",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        scans);
  }
}
