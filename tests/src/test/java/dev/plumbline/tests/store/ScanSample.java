package dev.plumbline.tests.store;

import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.state.StateIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports of scans to remember. */
final class ScanSample {

  private ScanSample() {}

  /** A scan that began in that minute. */
  static Scan scan(int minute) {
    return new Scan(
        "scan-%02d".formatted(minute),
        BothStores.START.plus(Duration.ofMinutes(minute)),
        "s3://reports/%02d.json".formatted(minute));
  }

  /** A report whose fingerprint and serial are that number. */
  static StackReport report(String stack, int number, ResourceReport... resources) {
    int drifted = (int) Stream.of(resources).filter(ResourceReport::drift).count();
    return new StackReport(
        stack,
        "production",
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.of(new StateIdentity("s3://b/k", "v", number, "lineage", "terraform", "1.11.4")),
        "sha256:" + number,
        new Summary(resources.length, 0, drifted, 0, 0, 0, 0, 0, 1.0, 5, 5),
        List.of(resources),
        List.of(),
        List.of());
  }

  static StackReport unread(String stack, StackStatus status) {
    return new StackReport(
        stack,
        "production",
        status,
        Optional.of(new Problem("LOCKED", "it is locked", "Wait.")),
        Optional.empty(),
        "",
        new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0, 0),
        List.of(),
        List.of(),
        List.of());
  }

  static ResourceReport drifted(String address, String fingerprint) {
    return resource(address, Status.DRIFTED, Optional.of(Severity.HIGH))
        .withFingerprint("sha256:" + fingerprint);
  }

  static ResourceReport undrifted(String address, Status status) {
    return resource(address, status, Optional.empty());
  }

  private static ResourceReport resource(
      String address, Status status, Optional<Severity> severity) {
    return new ResourceReport(
        address,
        address.substring(0, address.indexOf('.')),
        "id",
        "123456789012",
        "us-east-1",
        status,
        severity,
        List.of(),
        "");
  }
}
