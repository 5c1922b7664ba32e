package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.scan.Merge.Dated;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.wiring.publish.PartReport;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says who caused a drift: the last who changed the resource before the drift was first seen. Who
 * changed it afterwards, and left the drift as it was, did not cause it. The same events in another
 * order, or twice, say the same. Immutable.
 */
final class Causes implements PartReport.Attribution {

  private static final Comparator<Cause> NEWEST =
      Comparator.comparing(Cause::at).thenComparing(Cause::principal).thenComparing(Cause::event);

  private final Map<String, List<Cause>> changes;
  private final Map<String, Instant> since;
  private final Function<String, Set<String>> origins;

  /**
   * @param changes who changed each address
   * @param known the stack's findings, which tell since when a drift is there
   * @param origins the touched addresses for whose sake another was read
   */
  Causes(
      Collection<Touch> changes, Collection<Finding> known, Function<String, Set<String>> origins) {
    this.changes =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    Touch::address, Collectors.mapping(Touch::cause, Collectors.toList())));
    this.since = new HashMap<>();
    known.stream()
        .filter(Finding::open)
        .forEach(each -> since.put(key(each.address(), each.fingerprint()), each.since()));
    this.origins = origins;
  }

  private static String key(String address, String fingerprint) {
    return fingerprint + " " + address;
  }

  @Override
  public UnaryOperator<ResourceReport> against(Dated before) {
    Map<String, ResourceReport> known = before.stack().byAddress();
    return read -> {
      Optional<ResourceReport> same =
          Optional.ofNullable(known.get(read.address()))
              .filter(it -> it.fingerprint().equals(read.fingerprint()));
      Optional<Cause> cause = read.drift() ? cause(read, same) : Optional.empty();
      return cause.map(read::withCause).orElse(read);
    };
  }

  private Optional<Cause> cause(ResourceReport read, Optional<ResourceReport> same) {
    Optional<Instant> seen =
        Optional.ofNullable(since.get(key(read.address(), read.fingerprint())));
    return Stream.concat(
            same.flatMap(ResourceReport::cause).stream(),
            of(read.address()).filter(each -> same.isEmpty() || isBefore(each, seen)))
        .max(NEWEST);
  }

  private static boolean isBefore(Cause cause, Optional<Instant> seen) {
    return seen.filter(when -> !cause.at().isAfter(when)).isPresent();
  }

  private Stream<Cause> of(String address) {
    return Stream.concat(Stream.of(address), origins.apply(address).stream())
        .distinct()
        .flatMap(each -> changes.getOrDefault(each, List.of()).stream());
  }
}
