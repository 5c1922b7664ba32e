package dev.plumbline.remediation.steps;

import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.remediation.Archives;
import dev.plumbline.remediation.Locks;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Runner;
import dev.plumbline.remediation.Scanning;
import dev.plumbline.state.StateIdentity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;

/** What is out there: a state, what drifted from it, a plan bucket, and a runner that works. */
final class Cloud implements Runner, PlanBucket, Scanning, Locks {

  private final Clock clock;
  final Map<String, String> drift = new TreeMap<>();
  final Set<String> unreadable = new TreeSet<>();
  final Map<String, Stored> objects = new LinkedHashMap<>();
  final Map<String, Run> applied = new LinkedHashMap<>();
  final List<PlanOrder> planned = new ArrayList<>();
  long serial = 7;
  String lineage = Archives.LINEAGE;
  long plannedSerial;
  String plan = "revert";
  String check = "empty";
  Optional<String> holder = Optional.empty();
  Progress planProgress = new Progress.Succeeded();
  Progress applyProgress = new Progress.Succeeded();
  Progress checkProgress = new Progress.Succeeded();
  StackStatus scan = StackStatus.SCANNED;
  boolean applyWorks = true;
  int scans;

  Cloud(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Run plan(PlanOrder order) {
    planned.add(order);
    store(order.key(), plan, plannedSerial == 0 ? serial : plannedSerial);
    return new Run(Run.Kind.PLAN, "plan-" + order.remediation(), "https://log", clock.instant());
  }

  @Override
  public synchronized Run check(PlanOrder order) {
    planned.add(order);
    store(order.key(), check, serial);
    return new Run(Run.Kind.CHECK, "check-" + order.key(), "", clock.instant());
  }

  private void store(String key, String recorded, long at) {
    objects.put(
        key,
        new Stored(
            key,
            "v1",
            "ab".repeat(32),
            SdkBytes.fromByteArray(Archives.of(recorded, at, lineage))));
  }

  /** One run for one order, however often it is asked for. */
  @Override
  public synchronized Run apply(ApplyOrder order) {
    String reference = "apply-%s-%s".formatted(order.remediation(), order.sha256());
    if (!applied.containsKey(reference)) {
      applied.put(reference, new Run(Run.Kind.APPLY, reference, "", clock.instant()));
      if (applyWorks) {
        drift.clear();
        serial++;
      }
    }
    return applied.get(reference);
  }

  @Override
  public synchronized Optional<Run> started(ApplyOrder order) {
    return Optional.ofNullable(
        applied.get("apply-%s-%s".formatted(order.remediation(), order.sha256())));
  }

  @Override
  public Progress progress(Run run) {
    return switch (run.kind()) {
      case PLAN -> planProgress;
      case APPLY -> applyProgress;
      case CHECK -> checkProgress;
    };
  }

  @Override
  public synchronized Optional<Stored> read(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  @Override
  public synchronized void delete(String key, String versionId) {
    objects.remove(key);
  }

  @Override
  public Optional<String> holder(String stack) {
    return holder;
  }

  @Override
  public synchronized StackReport scan(String stack, Set<String> addresses) {
    scans++;
    return new StackReport(
        stack,
        "production",
        scan,
        scan == StackStatus.SCANNED
            ? Optional.empty()
            : Optional.of(new Problem("LOCKED", "somebody holds the lock", "Wait.")),
        Optional.of(new StateIdentity("s3://b/k", "v", serial, lineage, "terraform", "1.11.4")),
        "sha256:all",
        new Summary(4, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0),
        addresses.stream().sorted().map(this::resource).toList(),
        List.of(),
        List.of());
  }

  private ResourceReport resource(String address) {
    Status status =
        unreadable.contains(address)
            ? Status.UNREADABLE
            : drift.containsKey(address) ? Status.DRIFTED : Status.IN_SYNC;
    return new ResourceReport(
            address, "t", "id", "a", "r", status, Optional.empty(), List.of(), "denied")
        .withFingerprint(drift.getOrDefault(address, ""));
  }
}
