package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.scan.Merge.Dated;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scan of some resources of one stack, because they were changed.
 *
 * @param report with that stack alone
 * @param managed all addresses of its state
 * @param known addresses of which only who changed them is news
 * @param attribution says of a resource who changed it, given what was known of it before
 */
public record PartReport(
    Report report, Set<String> managed, Set<String> known, Attribution attribution) {

  public PartReport {
    managed = Set.copyOf(managed);
    known = Set.copyOf(known);
  }

  /** Says who changed a resource. */
  @FunctionalInterface
  public interface Attribution {

    /**
     * The resource with its cause.
     *
     * @param before the last report
     */
    UnaryOperator<ResourceReport> against(Dated before);
  }

  String stack() {
    return report.stacks().getFirst().stack();
  }

  /** What was read, with who changed it. */
  StackReport attributed(Dated last) {
    StackReport read = report.stacks().getFirst();
    UnaryOperator<ResourceReport> cause = attribution.against(last);
    Set<String> addresses =
        read.resources().stream().map(ResourceReport::address).collect(Collectors.toSet());
    Stream<ResourceReport> unread =
        last.stack().resources().stream()
            .filter(each -> known.contains(each.address()) && !addresses.contains(each.address()))
            .map(each -> each.withReadAt(each.readAt().or(() -> Optional.of(last.startedAt()))));
    return read.withResources(Stream.concat(read.resources().stream(), unread).map(cause).toList());
  }
}
