package dev.plumbline.wiring.events;

import dev.plumbline.engine.store.Readings;
import dev.plumbline.engine.store.Readings.Reading;
import dev.plumbline.engine.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is still to be done about changes of one stack, by what is remembered of earlier readings.
 *
 * @param newest when each address was last changed
 * @param before its last reading, where there was one
 * @param unread the addresses that were not read since
 * @param untold those that were, and of which somebody changed something later than was told
 */
record Due(
    Map<String, Instant> newest,
    Map<String, Reading> before,
    Set<String> unread,
    Set<String> untold) {

  /** How long a change may take to show in every answer of the service. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  static Due of(Readings readings, String stack, Collection<Touch> touches) throws StoreException {
    Map<String, Instant> newest =
        touches.stream()
            .collect(
                Collectors.toMap(
                    Touch::address, each -> each.cause().at(), (a, b) -> a.isAfter(b) ? a : b));
    Map<String, Reading> before = readings.of(stack, newest.keySet());
    Set<String> unread = new HashSet<>();
    Set<String> untold = new HashSet<>();
    newest.forEach(
        (address, at) -> {
          Optional<Reading> reading = Optional.ofNullable(before.get(address));
          if (reading.filter(it -> !it.at().isBefore(at.plus(SETTLED))).isEmpty()) {
            unread.add(address);
          } else if (reading.filter(it -> it.change().isBefore(at)).isPresent()) {
            untold.add(address);
          }
        });
    return new Due(newest, before, unread, untold);
  }

  boolean isNothing() {
    return unread.isEmpty() && untold.isEmpty();
  }

  /**
   * Remembers that it was done.
   *
   * @param started when the scan began that read what was unread
   * @param all whether that read the rest, too
   */
  void done(Readings readings, String stack, Instant started, boolean all) throws StoreException {
    Map<String, Reading> now = new HashMap<>();
    newest.forEach(
        (address, change) -> {
          Instant at =
              Optional.ofNullable(before.get(address))
                  .filter(_ -> !all && !unread.contains(address))
                  .map(Reading::at)
                  .orElse(started);
          now.put(address, new Reading(at, change));
        });
    readings.keep(stack, now);
  }
}
