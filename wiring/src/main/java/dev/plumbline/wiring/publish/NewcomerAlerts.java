package dev.plumbline.wiring.publish;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.store.Readings;
import dev.plumbline.engine.store.Readings.Reading;
import dev.plumbline.publish.Newcomer;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.slack.NewcomerNote;
import dev.plumbline.publish.sns.NewcomerMessage;
import dev.plumbline.wiring.publish.Published.Failure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of resources that somebody has made and no stack manages, where the configuration's
 * defaults say: they are of no stack that could say it. What was told is remembered after it was,
 * for each place: it may come twice, but is never lost. Thread-safe.
 */
public final class NewcomerAlerts {

  private static final Logger LOG = LoggerFactory.getLogger(NewcomerAlerts.class);

  /** No stack is called so. */
  private static final String PLACE = "newcomers\n";

  private final AlertChannel alerts;
  private final Optional<SlackChannel> slack;
  private final SharedStore store;
  private final Readings told;
  private final InstantSource clock;

  /**
   * @param told remembers who was told what
   */
  public NewcomerAlerts(
      AlertChannel alerts,
      Optional<SlackChannel> slack,
      SharedStore store,
      Readings told,
      InstantSource clock) {
    this.alerts = alerts;
    this.slack = slack;
    this.store = store;
    this.told = told;
    this.clock = clock;
  }

  /** Tells a place of some of them. */
  private interface Send {
    Channel.Work of(List<Newcomer> newcomers);
  }

  private record Place(int atOnce, Send send) {}

  /**
   * Whether everybody was told of a resource by one of these names that was made then, or later.
   */
  public boolean isTold(
      Configuration configuration,
      String type,
      String account,
      String region,
      Collection<String> names,
      Instant made)
      throws IOException {
    List<String> keys =
        names.stream()
            .flatMap(
                name -> Stream.of(key(type, account, region, name), key(type, account, "", name)))
            .toList();
    for (String place : places(configuration, List.of(), Duration.ZERO).keySet()) {
      if (told.of(PLACE + place, keys).values().stream()
          .allMatch(reading -> reading.change().isBefore(made))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells of them whoever was not.
   *
   * @param notes what keeps some states from being known
   */
  public void tell(
      Configuration configuration, List<Newcomer> newcomers, List<String> notes, Duration patience)
      throws IOException {
    List<Failure> failures = new ArrayList<>();
    store
        .turns(patience)
        .<Boolean, IOException>alone(
            "newcomers",
            () -> {
              for (var place : places(configuration, notes, patience).entrySet()) {
                tell(place.getKey(), place.getValue(), newcomers, failures);
              }
              return true;
            });
    if (!failures.isEmpty()) {
      throw new IOException(failures.getFirst().toString());
    }
  }

  private void tell(String name, Place place, List<Newcomer> newcomers, List<Failure> failures)
      throws IOException {
    Map<String, Reading> before =
        told.of(PLACE + name, newcomers.stream().map(each -> key(each.resource())).toList());
    List<Newcomer> news = newcomers.stream().filter(each -> isNews(each, before)).toList();
    for (List<Newcomer> some :
        news.stream().gather(Gatherers.windowFixed(place.atOnce())).toList()) {
      Channel.attempt(
          "Telling %s of new resources in no stack".formatted(name),
          failures,
          () -> {
            place.send().of(some).carryOut();
            told.keep(PLACE + name, remembered(some));
          });
    }
  }

  private static boolean isNews(Newcomer newcomer, Map<String, Reading> before) {
    return Optional.ofNullable(before.get(key(newcomer.resource())))
        .filter(reading -> !reading.change().isBefore(newcomer.cause().at()))
        .isEmpty();
  }

  private Map<String, Reading> remembered(List<Newcomer> newcomers) {
    Map<String, Reading> now = new HashMap<>();
    newcomers.forEach(
        each ->
            now.merge(
                key(each.resource()),
                new Reading(clock.instant(), each.cause().at()),
                Reading::and));
    return now;
  }

  /** The log hears of all, and is the only one where nobody else is to. */
  private SequencedMap<String, Place> places(
      Configuration configuration, List<String> notes, Duration patience) {
    Publish defaults = configuration.defaults().publish();
    SequencedMap<String, Publish> nowhere = new LinkedHashMap<>();
    nowhere.put("", defaults);
    SequencedMap<String, Place> places = new LinkedHashMap<>();
    places.put("the log", new Place(1, some -> () -> log(some.getFirst())));
    alerts
        .topic(new Destinations(nowhere), "")
        .ifPresent(
            arn ->
                places.put(
                    arn,
                    new Place(
                        NewcomerMessage.MOST,
                        some ->
                            () ->
                                alerts
                                    .client(arn)
                                    .publish(new NewcomerMessage(some, notes).request(arn)))));
    slack.ifPresent(
        channel ->
            defaults
                .slack()
                .ifPresent(
                    to ->
                        places.put(
                            to.channel(),
                            new Place(
                                NewcomerNote.MOST,
                                some -> () -> channel.newcomers(some, to, patience)))));
    return places;
  }

  private static void log(Newcomer newcomer) {
    LOG.warn(
        "UNMANAGED {} {} of account {}: {} by {}",
        newcomer.resource().type(),
        Plain.line(newcomer.resource().id()),
        newcomer.resource().account(),
        Plain.line(newcomer.cause().event()),
        Plain.line(newcomer.cause().principal()));
  }

  private static String key(Unmanaged resource) {
    return key(resource.type(), resource.account(), resource.region(), resource.id());
  }

  private static String key(String type, String account, String region, String id) {
    return "%s %s %s %s".formatted(type, account, region, id);
  }
}
