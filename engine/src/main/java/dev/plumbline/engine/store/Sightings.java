package dev.plumbline.engine.store;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.Stacks.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a scan says of a stack's findings: which came, which stayed and which are gone. Pure. */
public final class Sightings {

  private final Map<String, List<Finding>> known;
  private final Scan scan;

  private Sightings(Collection<Finding> known, Scan scan) {
    this.known = known.stream().collect(Collectors.groupingBy(Finding::address));
    this.scan = scan;
  }

  /**
   * The findings that change, by address. What was not read stays as it is, and so does what
   * another scan read that began later.
   *
   * @param known all findings of the stack
   * @param whole whether an address that the report does not name is no longer managed
   */
  public static SequencedMap<String, List<Finding>> of(
      Collection<Finding> known, StackReport report, Scan scan, boolean whole) {
    SequencedMap<String, List<Finding>> changes = new TreeMap<>();
    if (report.status() != StackStatus.SCANNED) {
      return changes;
    }
    Sightings sightings = new Sightings(known, scan);
    Set<String> reported = new LinkedHashSet<>();
    for (ResourceReport resource : report.resources()) {
      reported.add(resource.address());
      sightings.put(resource.address(), sightings.at(resource, report.stack()), changes);
    }
    if (whole) {
      sightings.known.keySet().stream()
          .filter(address -> !reported.contains(address))
          .forEach(
              address ->
                  sightings.put(address, sightings.gone(address, Optional.empty()), changes));
    }
    return changes;
  }

  private void put(
      String address, List<Finding> changed, SequencedMap<String, List<Finding>> changes) {
    List<Finding> other = changed.stream().filter(each -> !at(address).contains(each)).toList();
    if (!other.isEmpty() && !readLater(address)) {
      changes.put(address, other);
    }
  }

  private List<Finding> at(ResourceReport resource, String stack) {
    if (!read(resource)) {
      return List.of();
    }
    if (!resource.drift()) {
      return gone(resource.address(), Optional.empty());
    }
    List<Finding> changed = gone(resource.address(), Optional.of(resource.fingerprint()));
    changed.add(seen(resource, stack));
    return changed;
  }

  /** Drift without a fingerprint of its own cannot be told from another. */
  private static boolean read(ResourceReport resource) {
    return switch (resource.status()) {
      case UNREADABLE, UNSUPPORTED -> false;
      case IN_SYNC, IGNORED -> true;
      case DRIFTED, DELETED -> !resource.fingerprint().isEmpty();
    };
  }

  private Finding seen(ResourceReport resource, String stack) {
    Severity severity = resource.severity().orElse(Severity.LOW);
    Instant at = scan.startedAt();
    return at(resource.address()).stream()
        .filter(each -> each.fingerprint().equals(resource.fingerprint()))
        .findFirst()
        .map(each -> each.seen(severity, resource.cause(), at))
        .orElseGet(
            () ->
                new Finding(
                    stack,
                    resource.address(),
                    resource.type(),
                    severity,
                    resource.fingerprint(),
                    at,
                    at,
                    1,
                    Optional.empty(),
                    resource.cause(),
                    Optional.empty(),
                    at,
                    List.of()));
  }

  private List<Finding> gone(String address, Optional<String> but) {
    List<Finding> gone = new ArrayList<>();
    for (Finding each : at(address)) {
      if (each.open() && !but.equals(Optional.of(each.fingerprint()))) {
        gone.add(each.resolvedAt(scan.startedAt()));
      }
    }
    return gone;
  }

  private boolean readLater(String address) {
    return at(address).stream().anyMatch(each -> each.read().isAfter(scan.startedAt()));
  }

  private List<Finding> at(String address) {
    return known.getOrDefault(address, List.of());
  }
}
