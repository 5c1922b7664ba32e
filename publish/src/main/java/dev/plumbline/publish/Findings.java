package dev.plumbline.publish;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one stack's report amounts to.
 *
 * @param stack the stack's report
 * @param drift what drifted or is gone, the most severe first, then by address
 */
public record Findings(StackReport stack, List<ResourceReport> drift) {

  public Findings {
    drift = List.copyOf(drift);
  }

  /** The findings of that report. */
  public static Findings of(StackReport stack) {
    return new Findings(
        stack,
        stack.resources().stream()
            .filter(ResourceReport::drift)
            .sorted(
                comparing(Findings::severity, reverseOrder())
                    .thenComparing(ResourceReport::address))
            .toList());
  }

  /** Whether the resource has no verdict, because nothing could or can read it. */
  public static boolean isUnread(ResourceReport resource) {
    return resource.status() == Status.UNREADABLE || resource.status() == Status.UNSUPPORTED;
  }

  /** The resource's severity, the lowest where it has none. */
  public static Severity severity(ResourceReport resource) {
    return resource.severity().orElse(Severity.LOW);
  }

  /** The highest severity; empty where nothing drifted. */
  public Optional<Severity> worst() {
    return drift.stream().map(Findings::severity).max(naturalOrder());
  }

  /** Whether the stack was scanned and nothing in it drifted, as far as it could be read. */
  public boolean noDrift() {
    return stack.status() == StackStatus.SCANNED && drift.isEmpty();
  }

  /** Whether every resource that has a reader was read. */
  public boolean fullyRead() {
    return stack.status() == StackStatus.SCANNED && with(Status.UNREADABLE).isEmpty();
  }

  /** The resources of that status, in the report's order. */
  public List<ResourceReport> with(Status status) {
    return stack.resources().stream().filter(resource -> resource.status() == status).toList();
  }

  /** Addresses of the resources of that status, by what {@code key} says of them. */
  public SortedMap<String, List<String>> grouped(
      Status status, Function<ResourceReport, String> key) {
    return with(status).stream()
        .collect(groupingBy(key, TreeMap::new, mapping(ResourceReport::address, toList())));
  }
}
