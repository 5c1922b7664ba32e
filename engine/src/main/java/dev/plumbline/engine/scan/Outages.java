package dev.plumbline.engine.scan;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.engine.Outage;
import dev.plumbline.state.RecordedResource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Tells from what could not be read which services did not answer. Pure. */
final class Outages {

  private static final Comparator<Outage> WORST =
      Comparator.comparingInt(Outage::unanswered)
          .thenComparing(Outage::whole)
          .thenComparing(Outage::toString);

  private final List<RecordedResource> resources;
  private final List<Observed> observed;

  private Outages(List<RecordedResource> resources, List<Observed> observed) {
    this.resources = resources;
    this.observed = observed;
  }

  /**
   * The one by which most resources could not be read.
   *
   * @param observed of each of the resources, in their order
   */
  static Optional<Outage> worst(List<RecordedResource> resources, List<Observed> observed) {
    return new Outages(resources, observed).worst();
  }

  /** Where a service is asked; a failure without an action, as at the deadline, is of none. */
  private record Place(String service, String account, String region) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      return toString().compareTo(other.toString());
    }
  }

  private Optional<Outage> worst() {
    Map<Place, Set<String>> types = new TreeMap<>();
    Map<Place, Integer> unanswered = new TreeMap<>();
    for (int i = 0; i < resources.size(); i++) {
      Observed seen = observed.get(i);
      if (service(seen).isPresent()) {
        Place place = new Place(service(seen).get(), seen.account(), seen.region());
        types.computeIfAbsent(place, _ -> new TreeSet<>()).add(resources.get(i).type());
        unanswered.merge(place, 1, Integer::sum);
      }
    }
    return types.entrySet().stream()
        .map(each -> outage(each.getKey(), each.getValue(), unanswered))
        .max(WORST);
  }

  private Outage outage(Place place, Set<String> types, Map<Place, Integer> unanswered) {
    long asked =
        IntStream.range(0, resources.size())
            .filter(i -> types.contains(resources.get(i).type()))
            .filter(i -> observed.get(i).account().equals(place.account()))
            .filter(i -> observed.get(i).region().equals(place.region()))
            .count();
    return new Outage(
        place.service(),
        place.account(),
        place.region(),
        unanswered.getOrDefault(place, 0),
        (int) asked);
  }

  private static Optional<String> service(Observed seen) {
    return seen.observation() instanceof Observation.Unreadable(var action, _, var fault)
            && fault == Observation.Fault.SERVICE
            && action.indexOf(':') > 0
        ? Optional.of(action.substring(0, action.indexOf(':')))
        : Optional.empty();
  }
}
