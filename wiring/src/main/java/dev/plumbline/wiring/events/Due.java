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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is still to be done about changes of one stack, by what is remembered of earlier readings.
 * Of a resource of which only a part was read, that part alone counts as read.
 *
 * @param newest when each part or whole was last changed
 * @param before the last readings, by {@link Subject#key()}
 * @param undone what was not read since
 * @param untold the addresses of what was, and that somebody changed later than was told
 */
record Due(
    Map<Subject, Instant> newest,
    Map<String, Reading> before,
    Set<Subject> undone,
    Set<String> untold) {

  /** How long a change may take to show in every answer of the service. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  /**
   * A resource, or a part of it.
   *
   * @param aspect the action by which the part is read; "" for the whole
   */
  record Subject(String address, String aspect) {

    /** What its readings are kept under; no address has a second line. */
    String key() {
      return aspect.isEmpty() ? address : address + "\n" + aspect;
    }

    /** Those of the part, and those of the whole, which read the part, too. */
    Stream<Reading> of(Map<String, Reading> readings) {
      return Stream.of(key(), address).distinct().map(readings::get).flatMap(Stream::ofNullable);
    }
  }

  static Due of(Readings readings, String stack, Collection<Touch> touches) throws StoreException {
    Map<Subject, Instant> newest =
        touches.stream()
            .collect(
                Collectors.toMap(
                    each -> new Subject(each.address(), each.aspect()),
                    each -> each.cause().at(),
                    (a, b) -> a.isAfter(b) ? a : b));
    Set<String> keys =
        newest.keySet().stream()
            .flatMap(each -> Stream.of(each.key(), each.address()))
            .collect(Collectors.toSet());
    Map<String, Reading> before = readings.of(stack, keys);
    Set<Subject> undone = new HashSet<>();
    Set<String> untold = new HashSet<>();
    newest.forEach(
        (subject, at) -> {
          Predicate<Reading> since = reading -> !reading.at().isBefore(at.plus(SETTLED));
          if (subject.of(before).noneMatch(since)) {
            undone.add(subject);
          } else if (subject.of(before).allMatch(reading -> reading.change().isBefore(at))) {
            untold.add(subject.address());
          }
        });
    return new Due(newest, before, undone, untold);
  }

  boolean isNothing() {
    return undone.isEmpty() && untold.isEmpty();
  }

  /**
   * The addresses of what was not read since, with the actions that read it; none for all of it.
   */
  Map<String, Set<String>> unread() {
    Map<String, Set<String>> unread = new HashMap<>();
    for (Subject each : undone) {
      unread.computeIfAbsent(each.address(), _ -> new TreeSet<>()).add(each.aspect());
    }
    unread.replaceAll((_, aspects) -> aspects.contains("") ? Set.of() : aspects);
    return unread;
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
        (subject, change) -> {
          Instant at =
              all || undone.contains(subject)
                  ? started
                  : subject.of(before).map(Reading::at).max(Instant::compareTo).orElse(started);
          now.merge(subject.key(), new Reading(at, change), Reading::and);
        });
    readings.keep(stack, now);
  }
}
