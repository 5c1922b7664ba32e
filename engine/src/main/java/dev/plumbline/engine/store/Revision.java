package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.StackRecord.Latest;
import dev.plumbline.engine.store.StackRecord.Part;
import dev.plumbline.engine.store.Stacks.Scan;
import java.time.Instant;
import java.util.Optional;

/** Which report is a stack's last, after a scan of all of it or of a part. Pure. */
final class Revision {

  private Revision() {}

  /** A part that was read while the whole was is in the whole's report. */
  static Latest whole(Optional<StackRecord> known, Scan scan) {
    Optional<Part> part = known.flatMap(it -> it.partAfter(scan.startedAt()));
    return new Latest(scan.id(), part.map(Part::at).orElse(scan.startedAt()), part);
  }

  /**
   * After a scan of a part.
   *
   * @param merged the last report with what it read
   */
  static StackRecord part(StackRecord known, StackReport merged, Scan scan) {
    Instant before = known.latest().map(Latest::at).orElse(known.scannedAt());
    Instant at = before.isAfter(scan.startedAt()) ? before : scan.startedAt();
    StackRecord told = StackMemory.first(merged, scan);
    return new StackRecord(
        known.stack(),
        merged.environment(),
        known.status(),
        told.fingerprint(),
        told.summary(),
        known.scanId(),
        known.scannedAt(),
        told.reportUri(),
        told.serial(),
        told.lineage(),
        Optional.empty(),
        Optional.empty(),
        known.outage(),
        Optional.of(new Latest(scan.id(), at, Optional.of(new Part(at, scan.reportUri())))),
        PastScan.of(merged, scan).after(known.scansOfAll()));
  }
}
