package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.scan.Merge.Dated;
import dev.plumbline.engine.store.Readings;
import dev.plumbline.engine.store.Readings.Reading;
import dev.plumbline.engine.store.ResourceIndex;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.wiring.publish.LastReports;
import dev.plumbline.wiring.publish.LastReports.Last;
import dev.plumbline.wiring.publish.PartReport;
import dev.plumbline.wiring.publish.PublishOptions;
import dev.plumbline.wiring.publish.Published;
import dev.plumbline.wiring.publish.Publishing;
import dev.plumbline.wiring.remediate.DeployedStacks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at what was changed of one stack: reads it where that was not done since, and publishes it
 * as part of all that is known of the stack. Done twice, it does nothing twice. Thread-safe.
 */
public final class Changes {

  /** How long a change may take to show in every answer of the service. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  /** What is left for publishing. */
  private static final Duration PUBLISHING = Duration.ofSeconds(60);

  private final Parts parts;
  private final WholeScans wholes;
  private final LastReports last;
  private final Publishing publishing;
  private final Stacks stacks;
  private final Readings readings;
  private final ResourceIndex index;
  private final DeployedStacks.Key key;
  private final InstantSource clock;

  public Changes(
      Parts parts,
      WholeScans wholes,
      LastReports last,
      Publishing publishing,
      Stacks stacks,
      Readings readings,
      ResourceIndex index,
      DeployedStacks.Key key,
      InstantSource clock) {
    this.parts = parts;
    this.wholes = wholes;
    this.last = last;
    this.publishing = publishing;
    this.stacks = stacks;
    this.readings = readings;
    this.index = index;
    this.key = key;
    this.clock = clock;
  }

  /** Scans a whole stack, and publishes it. */
  @FunctionalInterface
  public interface WholeScans {
    void scan(String stack, PartReport.Attribution attribution, Duration left) throws IOException;
  }

  /** What became of it. */
  enum Outcome {
    DONE,
    /** The state is locked or moves: what was changed is to be looked at later. */
    LATER
  }

  /**
   * Looks at it.
   *
   * @param touches of that stack
   * @param again whether some of it may have been done before, and ended in the middle
   * @throws IOException where it could not be read or published, so that it is to be done again
   */
  Outcome look(
      Configuration configuration,
      String stack,
      Collection<Touch> touches,
      boolean again,
      Instant end)
      throws IOException {
    Map<String, Instant> newest = newest(touches);
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
    if (unread.isEmpty() && untold.isEmpty()) {
      return Outcome.DONE;
    }
    Optional<Last> known = last.of(stack);
    if (known.isEmpty()) {
      whole(stack, touches, newest, end);
      return Outcome.DONE;
    }
    Instant started = clock.instant();
    Optional<Parts.Part> part = part(configuration, stack, unread, known.get(), end);
    if (part.isEmpty()) {
      return Outcome.DONE;
    }
    if (part.get().stack().status() == Report.StackStatus.DEFERRED) {
      return Outcome.LATER;
    }
    check(part.get().stack());
    if (again || isNews(part.get(), untold, known.get().report())) {
      publish(part.get(), touches, untold, end);
      index(stack, part.get(), known.get().report());
    }
    keepReadings(stack, newest, unread, before, started);
    return Outcome.DONE;
  }

  private void keepReadings(
      String stack,
      Map<String, Instant> newest,
      Set<String> read,
      Map<String, Reading> before,
      Instant started)
      throws IOException {
    Map<String, Reading> now = new HashMap<>();
    newest.forEach(
        (address, change) -> {
          Reading known = before.get(address);
          Instant at = known == null || read.contains(address) ? started : known.at();
          now.put(address, new Reading(at, change));
        });
    readings.keep(stack, now);
  }

  private static Map<String, Instant> newest(Collection<Touch> touches) {
    return touches.stream()
        .collect(
            Collectors.toMap(
                Touch::address, each -> each.cause().at(), (a, b) -> a.isAfter(b) ? a : b));
  }

  /** Where nothing is known of the stack, all of it is read. */
  private void whole(
      String stack, Collection<Touch> touches, Map<String, Instant> newest, Instant end)
      throws IOException {
    Instant started = clock.instant();
    wholes.scan(
        stack,
        new Causes(touches, stacks.findings(stack), _ -> Set.of()),
        Duration.between(started, end));
    keepReadings(stack, newest, newest.keySet(), Map.of(), started);
  }

  private Optional<Parts.Part> part(
      Configuration configuration, String stack, Set<String> unread, Last known, Instant end)
      throws IOException {
    Set<String> addresses =
        known.report().stack().resources().stream()
            .map(ResourceReport::address)
            .collect(Collectors.toSet());
    return parts.scan(
        configuration, new Parts.Question(stack, unread, addresses, end.minus(PUBLISHING)));
  }

  private static void check(StackReport read) throws IOException {
    if (read.status() == Report.StackStatus.FAILED) {
      throw new IOException(
          "Stack %s was not scanned: %s"
              .formatted(
                  read.stack(),
                  read.error().map(it -> it.message() + " " + it.action()).orElse("")));
    }
    if (read.outage().isPresent()) {
      throw new IOException(
          "%s did not answer, so that what was changed in stack %s is not known."
              .formatted(read.outage().get().service(), read.stack()));
    }
  }

  /** Where nothing drifts that was changed, and nothing did before, there is nothing to tell. */
  private static boolean isNews(Parts.Part part, Set<String> untold, Dated known) {
    StackReport read = part.stack();
    Set<String> addresses =
        read.resources().stream().map(ResourceReport::address).collect(Collectors.toSet());
    addresses.addAll(untold);
    return !read.state().equals(known.stack().state())
        || read.resources().stream().anyMatch(ResourceReport::drift)
        || known.stack().resources().stream()
            .filter(each -> addresses.contains(each.address()))
            .anyMatch(ResourceReport::drift);
  }

  private void publish(Parts.Part part, Collection<Touch> touches, Set<String> untold, Instant end)
      throws IOException {
    Causes causes = new Causes(touches, stacks.findings(part.stack().stack()), part.origins());
    PartReport report = new PartReport(part.report(), part.managed(), untold, causes);
    Optional<Published> published =
        publishing.publish(
            report,
            part.destinations(),
            new MarkerKey(key.bytes()),
            new PublishOptions(false, false, Duration.between(clock.instant(), end)));
    List<Published.Failure> failures = published.map(Published::failures).orElse(List.of());
    if (!failures.isEmpty()) {
      throw new IOException(failures.getFirst().toString());
    }
  }

  /** A deployment has changed what the state's resources are called. */
  private void index(String stack, Parts.Part part, Dated known) throws IOException {
    if (!part.stack().state().equals(known.stack().state())) {
      Optional<Last> now = last.of(stack);
      if (now.isPresent()) {
        index.replace(stack, part.names().apply(now.get().report().stack()));
      }
    }
  }
}
