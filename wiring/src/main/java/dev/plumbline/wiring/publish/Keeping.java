package dev.plumbline.wiring.publish;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.wiring.publish.Published.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * Keeps reports, and remembers what they tell, before anybody is told: so nothing later can lose
 * it, and what is told says since when. Thread-safe.
 */
final class Keeping {

  private final ReportStore reports;
  private final Optional<SharedStore> store;
  private final Optional<LastReports> last;
  private final ReportPages pages;

  Keeping(
      ReportStore reports,
      Optional<SharedStore> store,
      Optional<LastReports> last,
      ReportPages pages) {
    this.reports = reports;
    this.store = store;
    this.last = last;
    this.pages = pages;
  }

  /**
   * A report as it is to be published.
   *
   * @param uri where it lies; empty where it could not be kept
   */
  record Kept(Report report, Optional<String> uri) {}

  /** Keeps a scan of whole stacks, with what scans of some of their resources read meanwhile. */
  Kept whole(Report report, boolean dryRun, List<Failure> failures) {
    Kept kept = keep(withLater(report, failures), failures);
    if (dryRun || store.isEmpty()) {
      return kept;
    }
    remember(kept, failures);
    // A scan of some resources may have come in since; what it read must not be forgotten.
    Report again = withLater(report, failures);
    if (!again.stacks().equals(kept.report().stacks())) {
      kept = keep(again, failures);
      remember(kept, failures);
    }
    return kept;
  }

  /**
   * Keeps a scan of some resources, as part of all that is known of their stack.
   *
   * @return empty where nothing is known of it
   */
  Optional<Kept> part(PartReport part, List<Failure> failures) throws IOException {
    Optional<Kept> kept = last.isPresent() ? last.get().merge(part) : Optional.empty();
    kept.ifPresent(it -> keepPage(it.report(), failures));
    return kept;
  }

  private Report withLater(Report report, List<Failure> failures) {
    List<Report> merged = new ArrayList<>();
    last.ifPresent(
        it ->
            Channel.attempt(
                "Looking for what was read since the scan began",
                failures,
                () -> merged.add(it.withLater(report))));
    return merged.isEmpty() ? report : merged.getFirst();
  }

  private Kept keep(Report report, List<Failure> failures) {
    List<String> kept = new ArrayList<>();
    Channel.attempt(
        "Keeping the report in the report bucket", failures, () -> kept.add(reports.keep(report)));
    keepPage(report, failures);
    return new Kept(report, kept.stream().findFirst());
  }

  private void keepPage(Report report, List<Failure> failures) {
    Channel.attempt(
        "Keeping the report's page in the report bucket", failures, () -> pages.page(report));
  }

  private void remember(Kept kept, List<Failure> failures) {
    Report report = kept.report();
    Stacks stacks = store.orElseThrow().stacks();
    Stacks.Scan scan = new Stacks.Scan(report.scanId(), report.startedAt(), kept.uri().orElse(""));
    for (StackReport stack : report.stacks()) {
      try (var _ = MDC.putCloseable(LoggedThreads.STACK, stack.stack())) {
        Channel.attempt(
            "Remembering the scan of " + stack.stack(),
            failures,
            () -> stacks.scanned(stack, scan, true));
      }
    }
  }
}
