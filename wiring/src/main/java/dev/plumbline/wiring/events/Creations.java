package dev.plumbline.wiring.events;

import dev.plumbline.engine.config.Events;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.live.aws.Interest;
import dev.plumbline.live.aws.Interest.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what events say was made of the types that are watched. For one batch and one thread. */
final class Creations {

  /** Of a call that made more, the first are looked at. */
  private static final int MOST = 50;

  /** What tools that have a state of their own call themselves. */
  private static final Set<String> TOOLS = Set.of("terraform", "pulumi");

  private final AwsTypes types;
  private final List<String> watched;
  private final Set<String> deployRoles;

  Creations(AwsTypes types, Events events) {
    this.types = types;
    this.watched = types.types().stream().filter(events::watches).toList();
    this.deployRoles = new HashSet<>(events.deployRoles());
  }

  /** What it made. */
  List<Created> by(CloudTrailEvent event) {
    List<Created> created = new ArrayList<>();
    if (event.made().isEmpty()) {
      return created;
    }
    Mention call = event.made().getFirst();
    boolean deploy = deployRoles.contains(event.role()) || TOOLS.contains(event.cause().via());
    for (String type : watched) {
      Interest interest = types.interest(type).orElseThrow();
      if (interest.isMadeBy(call.source(), call.call())) {
        SortedSet<String> names = names(event, interest);
        if (!names.isEmpty()) {
          created.add(
              new Created(type, event.account(), event.region(), names, event.cause(), deploy));
        }
      }
    }
    return created;
  }

  private static SortedSet<String> names(CloudTrailEvent event, Interest interest) {
    return event.made().stream()
        .filter(interest::mayBeMade)
        .map(Mention::name)
        .distinct()
        .limit(MOST)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
