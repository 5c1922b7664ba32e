package dev.plumbline.engine.scan;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.redact.Fingerprint;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes one report of a stack out of two scans that each read some of it: of each resource what was
 * read last stands. Pure.
 */
public final class Merge {

  private Merge() {}

  /**
   * A stack's report and when its scan began.
   *
   * @param startedAt of all its resources that have no time of their own
   */
  public record Dated(StackReport stack, Instant startedAt) {

    /** That stack's part of a report; empty where it was not scanned. */
    public static Optional<Dated> of(Report report, String stack) {
      return report.stacks().stream()
          .filter(each -> each.stack().equals(stack))
          .filter(each -> each.status() == Report.StackStatus.SCANNED)
          .findFirst()
          .map(each -> new Dated(each, report.startedAt()));
    }

    private Instant read(ResourceReport resource) {
      return resource.readAt().orElse(startedAt);
    }
  }

  /**
   * A scan of some resources, put into the last report: what it did not read stays as it was, as
   * long as the state still has it.
   *
   * @param managed the addresses that the state has now
   */
  public static StackReport partInto(Dated last, Dated part, Set<String> managed) {
    SortedMap<String, ResourceReport> merged = new TreeMap<>();
    for (ResourceReport resource : last.stack().resources()) {
      if (managed.contains(resource.address())) {
        merged.put(resource.address(), resource.withReadAt(Optional.of(last.read(resource))));
      }
    }
    for (ResourceReport resource : part.stack().resources()) {
      merged.merge(
          resource.address(), resource, (known, read) -> later(known, read, part.startedAt()));
    }
    SequencedSet<Unmanaged> unmanaged = new LinkedHashSet<>(last.stack().unmanaged());
    unmanaged.addAll(part.stack().unmanaged());
    SequencedSet<String> notes = new LinkedHashSet<>(last.stack().notes());
    notes.addAll(part.stack().notes());
    return report(
        part.stack().withNotes(List.copyOf(notes)), last.stack(), merged.values(), unmanaged);
  }

  /** What could not be read now leaves what was known of it; so does what was read before. */
  private static ResourceReport later(ResourceReport known, ResourceReport read, Instant at) {
    boolean older = known.readAt().filter(when -> when.isAfter(at)).isPresent();
    boolean unread = read.status() == Status.UNREADABLE && known.status() != Status.UNREADABLE;
    return older || unread ? known : read;
  }

  /** A scan of all resources, with what scans of some read that began after it did. */
  public static StackReport laterInto(Dated whole, Dated parts) {
    SortedMap<String, ResourceReport> merged = new TreeMap<>();
    whole.stack().resources().forEach(each -> merged.put(each.address(), each));
    for (ResourceReport resource : parts.stack().resources()) {
      if (parts.read(resource).isAfter(whole.startedAt())) {
        merged.put(resource.address(), resource.withReadAt(Optional.of(parts.read(resource))));
      }
    }
    return report(whole.stack(), whole.stack(), merged.values(), whole.stack().unmanaged());
  }

  /**
   * @param counted whose attributes were counted, as only a scan of all resources can
   */
  private static StackReport report(
      StackReport now,
      StackReport counted,
      Collection<ResourceReport> resources,
      Collection<Unmanaged> unmanaged) {
    List<ResourceReport> all = List.copyOf(resources);
    Summary read = counted.summary();
    return new StackReport(
        now.stack(),
        now.environment(),
        now.status(),
        Optional.empty(),
        now.state(),
        Fingerprint.ofAll(Judge.prints(all)),
        StackReports.summary(
            all, unmanaged.size(), read.attributesCompared(), read.attributesRecorded()),
        all,
        List.copyOf(unmanaged),
        now.notes(),
        counted.outage());
  }
}
