package dev.plumbline.wiring.account;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ServiceCoverage;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.live.aws.AwsTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at a report's stacks together: what another stack manages is unmanaged in none, what
 * several stacks of an account found is told once, and each service's coverage is counted.
 */
public record AccountView(Claims claims, AwsTypes types) {

  /** Managed, though not there: it says nothing of how much of the account is described. */
  private static final Set<Status> NOT_THERE = EnumSet.of(Status.DELETED, Status.UNSUPPORTED);

  private record Place(String account, String service) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::account)
          .thenComparing(Place::service)
          .compare(this, other);
    }
  }

  /**
   * The same report with its unmanaged resources put right.
   *
   * @param notes what kept some claims from being known; told with the first stack
   */
  public Report of(Report report, List<String> notes) {
    Set<Unmanaged> told = new HashSet<>();
    List<StackReport> stacks = new ArrayList<>();
    for (StackReport stack : report.stacks()) {
      List<Unmanaged> unmanaged =
          stack.unmanaged().stream()
              .filter(each -> !claims.contains(each) && told.add(each))
              .toList();
      stacks.add(stack.withUnmanaged(unmanaged, stacks.isEmpty() ? notes : List.of()));
    }
    return report.with(stacks, coverage(stacks));
  }

  private List<ServiceCoverage> coverage(List<StackReport> stacks) {
    SortedMap<Place, Set<String>> managed = new TreeMap<>();
    SortedMap<Place, Integer> unmanaged = new TreeMap<>();
    for (StackReport stack : stacks) {
      stack.resources().stream()
          .filter(each -> !NOT_THERE.contains(each.status()) && !each.account().isEmpty())
          .forEach(
              each ->
                  managed
                      .computeIfAbsent(place(each.account(), each.type()), _ -> new HashSet<>())
                      .add(each.type() + " " + each.id()));
      stack
          .unmanaged()
          .forEach(each -> unmanaged.merge(place(each.account(), each.type()), 1, Integer::sum));
    }
    SortedSet<Place> places = new TreeSet<>(managed.keySet());
    places.addAll(unmanaged.keySet());
    return places.stream()
        .map(
            place ->
                new ServiceCoverage(
                    place.account(),
                    place.service(),
                    managed.getOrDefault(place, Set.of()).size(),
                    unmanaged.getOrDefault(place, 0)))
        .toList();
  }

  private Place place(String account, String type) {
    return new Place(account, types.service(type));
  }
}
