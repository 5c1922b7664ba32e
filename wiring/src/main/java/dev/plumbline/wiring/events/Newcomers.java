package dev.plumbline.wiring.events;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.ignore.IgnoreRules;
import dev.plumbline.publish.Newcomer;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.wiring.publish.NewcomerAlerts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what was made of the types that are watched: tells what is there and no stack manages.
 * Done twice, it does nothing twice. Thread-safe.
 */
public final class Newcomers {

  private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);

  /** What is left for telling. */
  private static final Duration TELLING = Duration.ofSeconds(30);

  /** For about an hour and a half: a lock that is held longer may be left over. */
  private static final int PATIENT = 10;

  private final Estate estate;
  private final NewcomerAlerts alerts;
  private final InstantSource clock;

  public Newcomers(Estate estate, NewcomerAlerts alerts, InstantSource clock) {
    this.estate = estate;
    this.alerts = alerts;
    this.clock = clock;
  }

  /**
   * Looks at it.
   *
   * @return the ids of the messages that are to come again
   * @throws IOException where nothing can be said of any of it
   */
  Collection<String> look(
      Configuration configuration, Arrivals arrivals, Waiting waiting, Instant end)
      throws IOException {
    List<Created> due = new ArrayList<>();
    for (Created created : arrivals.all()) {
      Optional<Duration> deploying =
          created.deploy() ? waiting.forDeployment(created.cause().at()) : Optional.empty();
      if (deploying.isPresent()) {
        waiting.put(arrivals.again(created), deploying.get());
      } else if (!isTold(configuration, created)) {
        due.add(created);
      }
    }
    return due.isEmpty() ? List.of() : look(configuration, due, arrivals, waiting, end);
  }

  private Collection<String> look(
      Configuration configuration,
      List<Created> due,
      Arrivals arrivals,
      Waiting waiting,
      Instant end)
      throws IOException {
    Estate.View view = estate.look(configuration, due, end.minus(TELLING));
    List<Newcomer> found = new ArrayList<>();
    view.unmanaged().forEach((created, all) -> found.addAll(newcomers(created, all)));
    for (var each : view.later().entrySet()) {
      if (each.getValue().isEmpty()) {
        waiting.forTime(arrivals.again(each.getKey()));
      } else if (arrivals.again(each.getKey()).tries() < PATIENT) {
        waiting.forStates(arrivals.again(each.getKey()));
      } else {
        found.addAll(newcomers(each.getKey(), each.getValue()));
      }
    }
    tell(configuration, found, view.notes(), end);
    Set<String> failed = new LinkedHashSet<>();
    view.failed()
        .forEach(
            (created, why) -> {
              LOG.error(
                  "What {} made could not be looked for: {}",
                  Plain.line(created.cause().event()),
                  Plain.line(why, 500));
              failed.addAll(arrivals.messages(created));
            });
    return failed;
  }

  private boolean isTold(Configuration configuration, Created created) throws IOException {
    return alerts.isTold(
        configuration,
        created.type(),
        created.account(),
        created.region(),
        created.names(),
        created.cause().at());
  }

  private void tell(
      Configuration configuration, List<Newcomer> found, List<String> notes, Instant end)
      throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    IgnoreRules ignores = IgnoreRules.of(configuration.ignore(), today);
    List<Newcomer> news =
        found.stream().filter(each -> ignores.match(subject(each.resource())).isEmpty()).toList();
    if (!news.isEmpty()) {
      alerts.tell(configuration, news, notes, Duration.between(clock.instant(), end));
    }
  }

  /** It has no address, and is of no stack: rules for a type or an id concern it. */
  private static IgnoreRules.Subject subject(Unmanaged resource) {
    return new IgnoreRules.Subject("", "", resource.type(), resource.id());
  }

  private static List<Newcomer> newcomers(Created created, List<Unmanaged> found) {
    return found.stream().map(each -> new Newcomer(each, created.cause())).toList();
  }
}
