package dev.plumbline.wiring.events;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.live.aws.Lookup;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.ManagedNow;
import dev.plumbline.wiring.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lives on AWS. What was made is looked for first: only where something of it is there, states
 * are read, all of them once, because any may have it by now. Thread-safe.
 */
public record AwsEstate(Connection connection, InstantSource clock) implements Estate {

  private static final Logger LOG = LoggerFactory.getLogger(AwsEstate.class);

  /** By how much the clock of whoever took a lock may be ahead of AWS's. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  @Override
  public View look(Configuration configuration, Collection<Created> created, Instant deadline) {
    Map<Created, List<Unmanaged>> later = new HashMap<>();
    Map<Created, String> failed = new HashMap<>();
    try (Wiring wiring = new Wiring(connection, configuration)) {
      Map<Created, List<Unmanaged>> there = new LinkedHashMap<>();
      Lookup lookup = wiring.lookup();
      for (Created each : created) {
        if (clock.instant().isBefore(deadline)) {
          look(lookup, each, there, failed);
        } else {
          later.put(each, List.of());
        }
      }
      LOG.info("Looked for {} things that were made: {}", created.size(), lookup.calls());
      return there.isEmpty()
          ? new View(Map.of(), later, failed, List.of())
          : view(there, wiring.managedNow(), later, failed);
    }
  }

  private static void look(
      Lookup lookup,
      Created created,
      Map<Created, List<Unmanaged>> there,
      Map<Created, String> failed) {
    try {
      List<Unmanaged> found =
          lookup.of(created.type(), created.account(), created.region(), created.names());
      if (!found.isEmpty()) {
        there.put(created, found);
      }
    } catch (ReadFailure e) {
      failed.put(created, e.reason());
    }
  }

  private static View view(
      Map<Created, List<Unmanaged>> there,
      ManagedNow managed,
      Map<Created, List<Unmanaged>> later,
      Map<Created, String> failed) {
    Map<Created, List<Unmanaged>> unmanaged = new HashMap<>();
    there.forEach(
        (created, found) -> {
          List<Unmanaged> unclaimed =
              found.stream().filter(each -> !managed.claims().contains(each)).toList();
          if (unclaimed.isEmpty()) {
            return;
          }
          boolean yet = managed.mayYetHave(created.cause().at().plus(SKEW));
          (yet ? later : unmanaged).put(created, unclaimed);
        });
    return new View(unmanaged, later, failed, managed.notes());
  }
}
