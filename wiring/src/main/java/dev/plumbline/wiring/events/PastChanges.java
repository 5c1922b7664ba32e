package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.engine.store.ResourceIndex.Target;
import dev.plumbline.live.aws.AwsTypes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up who changed a resource, by its names. What a name was found under is asked once, and
 * only so much is asked at all: names are asked one after another, and after the bound, the time or
 * a failure nothing is said. For one scan and one thread.
 */
final class PastChanges {

  private static final Logger LOG = LoggerFactory.getLogger(PastChanges.class);

  /** CloudTrail's own bound. */
  private static final Duration KEPT = Duration.ofDays(90);

  /** At two calls a second these take half a minute. */
  private static final int MOST_NAMES = 60;

  /** Its id, its name and its ARN; records list it under any of them. */
  private static final int NAMES_EACH = 3;

  private final CallHistory history;
  private final AwsTypes types;
  private final Set<String> deployRoles;
  private final String globalRegion;
  private final Instant end;
  private final InstantSource clock;
  private final Map<List<String>, List<CloudTrailEvent>> known = new HashMap<>();

  /**
   * @param deployRoles the ARNs of roles whose changes are deployments, and cause no drift
   * @param globalRegion where the records of services are that have no region
   * @param end when to have answered
   */
  PastChanges(
      CallHistory history,
      AwsTypes types,
      Set<String> deployRoles,
      String globalRegion,
      Instant end,
      InstantSource clock) {
    this.history = history;
    this.types = types;
    this.deployRoles = Set.copyOf(deployRoles);
    this.globalRegion = globalRegion;
    this.end = end;
    this.clock = clock;
  }

  /**
   * Who changed it last before that time; empty where the records do not tell.
   *
   * @throws IOException where that cannot be looked up
   */
  Optional<Cause> before(Instant seen, Indexed resource) throws IOException {
    for (String name : names(resource)) {
      Optional<Cause> found =
          records(resource, name).stream()
              .filter(event -> !deployRoles.contains(event.role()))
              .filter(event -> !event.cause().at().isAfter(seen))
              .filter(event -> concerns(event, resource))
              .map(CloudTrailEvent::cause)
              .max(Comparator.comparing(Cause::at));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Its own names first; what it is a part of may say it, too. */
  private static List<String> names(Indexed resource) {
    return resource.names().entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, SortedSet<String>> name) -> rank(name.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .limit(NAMES_EACH)
        .toList();
  }

  private static int rank(Set<String> attributes) {
    if (attributes.stream().anyMatch(each -> each.endsWith("id") && each.length() <= 3)) {
      return 0;
    }
    return attributes.contains("name") ? 1 : 2;
  }

  private List<CloudTrailEvent> records(Indexed resource, String name) throws IOException {
    String region = resource.region().isEmpty() ? globalRegion : resource.region();
    List<String> key = List.of(resource.account(), region, name);
    List<CloudTrailEvent> events = known.get(key);
    if (events == null) {
      Instant now = clock.instant();
      if (known.size() >= MOST_NAMES || !now.isBefore(end)) {
        throw new IOException("there is more of it than is looked up in one scan.");
      }
      events = read(history.of(resource.account(), region, name, now.minus(KEPT)));
      known.put(key, events);
    }
    return events;
  }

  /** A record that cannot be read tells nothing; the others do. */
  private static List<CloudTrailEvent> read(List<String> records) {
    List<CloudTrailEvent> events = new ArrayList<>();
    for (String each : records) {
      try {
        CloudTrailEvent.ofRecord(each).ifPresent(events::add);
      } catch (EventFormatException e) {
        LOG.debug("A record of CloudTrail's cannot be used: {}", e.getMessage());
      }
    }
    return events;
  }

  private boolean concerns(CloudTrailEvent event, Indexed resource) {
    return event.mentions().stream()
        .anyMatch(
            mention ->
                target(resource, mention.name())
                    .filter(it -> Touched.means(types, mention, it, event.region()))
                    .isPresent());
  }

  private static Optional<Target> target(Indexed resource, String name) {
    return Optional.ofNullable(resource.names().get(name))
        .map(
            attributes ->
                new Target("", resource.address(), resource.type(), resource.region(), attributes));
  }
}
