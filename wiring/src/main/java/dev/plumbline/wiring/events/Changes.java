package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.scan.Merge.Dated;
import dev.plumbline.engine.store.Readings;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at what was changed of one stack: reads it where that was not done since, and publishes it
 * as part of all that is known of the stack. Done twice, it does nothing twice. Thread-safe.
 */
public final class Changes {

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
  private final Consumer<PartScan> counted;
  private final InstantSource clock;

  /**
   * @param counted told of each scan of some resources, whatever became of it
   */
  public Changes(
      Parts parts,
      WholeScans wholes,
      LastReports last,
      Publishing publishing,
      Stacks stacks,
      Readings readings,
      ResourceIndex index,
      DeployedStacks.Key key,
      Consumer<PartScan> counted,
      InstantSource clock) {
    this.parts = parts;
    this.wholes = wholes;
    this.last = last;
    this.publishing = publishing;
    this.stacks = stacks;
    this.readings = readings;
    this.index = index;
    this.key = key;
    this.counted = counted;
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
   * @param changes of that stack
   * @throws IOException where it could not be read or published, so that it is to be done again
   */
  Outcome look(Configuration configuration, String stack, Again changes, Instant end)
      throws IOException {
    Due due = Due.of(readings, stack, changes.touches());
    if (due.isNothing()) {
      return Outcome.DONE;
    }
    Optional<Last> known = last.of(stack);
    Instant started = clock.instant();
    if (known.isEmpty()) {
      whole(stack, changes.touches(), end);
      due.done(readings, stack, started, true);
      return Outcome.DONE;
    }
    Optional<Parts.Part> part = part(configuration, stack, due, known.get(), end);
    if (part.isEmpty()) {
      return Outcome.DONE;
    }
    try {
      return tell(part.get(), known.get().report(), due, changes, new Time(started, end));
    } finally {
      Duration took = Duration.between(started, clock.instant());
      counted.accept(new PartScan(part.get(), known.get().report(), took));
    }
  }

  private record Time(Instant started, Instant end) {}

  private Outcome tell(Parts.Part part, Dated known, Due due, Again changes, Time time)
      throws IOException {
    String stack = part.stack().stack();
    if (part.stack().status() == Report.StackStatus.DEFERRED) {
      return Outcome.LATER;
    }
    News news = new News(part.stack(), known, due);
    news.check();
    if (changes.unfinished() || news.isAny()) {
      publish(part, changes.touches(), due, time.end());
      index(stack, part, known);
    }
    due.done(readings, stack, time.started(), false);
    return Outcome.DONE;
  }

  /** Where nothing is known of the stack, all of it is read. */
  private void whole(String stack, Collection<Touch> touches, Instant end) throws IOException {
    wholes.scan(
        stack,
        new Causes(touches, stacks.findings(stack), _ -> Set.of()),
        Duration.between(clock.instant(), end));
  }

  private Optional<Parts.Part> part(
      Configuration configuration, String stack, Due due, Last known, Instant end)
      throws IOException {
    StackReport last = known.report().stack();
    return parts.scan(
        configuration, new Parts.Question(stack, due.unread(), last, end.minus(PUBLISHING)));
  }

  private void publish(Parts.Part part, Collection<Touch> touches, Due due, Instant end)
      throws IOException {
    String stack = part.stack().stack();
    Causes causes = new Causes(touches, stacks.findings(stack), part.origins());
    Published published =
        publishing
            .publish(
                new PartReport(part.report(), part.managed(), due.untold(), causes),
                part.destinations(),
                new MarkerKey(key.bytes()),
                new PublishOptions(false, false, Duration.between(clock.instant(), end)))
            .orElseThrow(
                () ->
                    new IOException(
                        "The last report of stack %s is gone. It is tried again."
                            .formatted(stack)));
    if (!published.failures().isEmpty()) {
      throw new IOException(published.failures().getFirst().toString());
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
