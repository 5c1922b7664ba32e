package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.scan.Merge;
import dev.plumbline.engine.scan.Merge.Dated;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scan of some resources of a stack, for whoever counts what that took and found.
 *
 * @param known the stack's last report before it
 * @param took publishing included
 */
public record PartScan(Parts.Part part, Dated known, Duration took) {

  /** Of what was read, what drifts and was not known to drift so: each drift is news once. */
  public List<ResourceReport> newDrift() {
    Map<String, ResourceReport> before = known.stack().byAddress();
    return part.stack().resources().stream()
        .filter(ResourceReport::drift)
        .filter(
            each ->
                Optional.ofNullable(before.get(each.address()))
                    .filter(ResourceReport::drift)
                    .filter(it -> it.fingerprint().equals(each.fingerprint()))
                    .isEmpty())
        .toList();
  }

  /** Of what was read, what could not be, and could be before. */
  public long newlyUnreadable() {
    Map<String, ResourceReport> before = known.stack().byAddress();
    return part.stack().resources().stream()
        .filter(each -> each.status() == Status.UNREADABLE)
        .filter(
            each ->
                Optional.ofNullable(before.get(each.address()))
                    .filter(it -> it.status() == Status.UNREADABLE)
                    .isEmpty())
        .count();
  }

  /** All that is known of the stack now. */
  public StackReport whole() {
    return Merge.partInto(
        known, new Dated(part.stack(), part.report().startedAt()), part.managed());
  }
}
