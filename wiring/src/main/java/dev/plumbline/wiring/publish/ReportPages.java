package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.PastScan;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages for people: one for each scan, and one over all stacks, which is made of what the store
 * remembers and never of the page before. Thread-safe.
 */
final class ReportPages {

  private static final Logger LOG = LoggerFactory.getLogger(ReportPages.class);

  private static final int AT_ONCE = 500;

  /** How many stacks' rows make up for a second of rest: ten thousand are read every 50 seconds. */
  private static final int STACKS_A_SECOND = 200;

  private final ReportStore reports;
  private final Optional<SharedStore> store;
  private final InstantSource clock;

  /**
   * @param store empty where nothing is remembered: then there is no page over all stacks
   */
  ReportPages(ReportStore reports, Optional<SharedStore> store, InstantSource clock) {
    this.reports = reports;
    this.store = store;
    this.clock = clock;
  }

  /** Keeps the report's own page. To be called before the scan itself is remembered. */
  void page(Report report) throws IOException {
    reports.keepPage(report, earlier(report));
  }

  /** Where the store does not answer, the page is without: it has so much else to say. */
  private Map<String, List<PastScan>> earlier(Report report) {
    Map<String, List<PastScan>> earlier = new HashMap<>();
    if (store.isPresent()) {
      try {
        for (StackReport stack : report.stacks()) {
          store
              .get()
              .stacks()
              .find(stack.stack())
              .ifPresent(known -> earlier.put(stack.stack(), known.scans()));
        }
      } catch (StoreException e) {
        LOG.warn(
            "The page is without earlier scans: {}", Plain.line(String.valueOf(e.getMessage())));
      }
    }
    return earlier;
  }

  /**
   * Sees to it that the page over all stacks shows what is remembered now.
   *
   * @param patience how long to wait for another run that is writing it; nothing is written where
   *     no time is left
   */
  void index(Duration patience) throws IOException {
    if (store.isPresent() && patience.isPositive()) {
      new Quiet(store.get().leases(), clock).once("reports-index", patience, this::writeIndex);
    }
  }

  /** Returns how long nobody needs to write it again. */
  private Duration writeIndex() throws IOException {
    List<StackRecord> all = all();
    reports.keepIndex(all, clock.instant());
    return Duration.ofSeconds(all.size() / STACKS_A_SECOND);
  }

  private List<StackRecord> all() throws StoreException {
    Stacks stacks = store.orElseThrow().stacks();
    List<StackRecord> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    while (true) {
      List<StackRecord> page = stacks.list(after, AT_ONCE);
      all.addAll(page);
      if (page.size() < AT_ONCE) {
        return all;
      }
      after = Optional.of(page.getLast().stack());
    }
  }
}
