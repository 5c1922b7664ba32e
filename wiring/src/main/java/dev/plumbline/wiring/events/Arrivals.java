package dev.plumbline.wiring.events;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the messages of one batch say was made, each once however many say so: the last that made it
 * is who did. For one thread.
 */
final class Arrivals {

  private final Map<Created.Key, Arrival> arrivals = new LinkedHashMap<>();

  private static final class Arrival {
    private final Set<String> messages = new LinkedHashSet<>();
    private Created created;
    private int tries;

    private Arrival(Created created) {
      this.created = created;
    }
  }

  /**
   * Takes note of it.
   *
   * @param tries how often it was looked at
   */
  void add(String message, Created created, int tries) {
    Arrival arrival = arrivals.computeIfAbsent(created.key(), _ -> new Arrival(created));
    arrival.messages.add(message);
    arrival.tries = Math.max(arrival.tries, tries);
    if (created.cause().at().isAfter(arrival.created.cause().at())) {
      arrival.created = created;
    }
  }

  List<Created> all() {
    return arrivals.values().stream().map(each -> each.created).toList();
  }

  /** The messages that say it. */
  Set<String> messages(Created created) {
    return of(created).messages;
  }

  /** The same to be looked at again. */
  Again again(Created created) {
    return new Again(of(created).tries, false, List.of(), List.of(created));
  }

  /** All messages that say that something was made. */
  Set<String> messages() {
    Set<String> all = new LinkedHashSet<>();
    arrivals.values().forEach(each -> all.addAll(each.messages));
    return all;
  }

  private Arrival of(Created created) {
    return Objects.requireNonNull(arrivals.get(created.key()));
  }
}
