package dev.plumbline.wiring.events;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.store.ResourceIndex;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.wiring.settings.DeployedConfiguration;
import dev.plumbline.wiring.work.Batch.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what the events of several messages tell. However many of them concern a stack, it is
 * scanned once, and each of its resources is read once. A message that cannot be used, or whose
 * stack cannot be looked at, comes again alone. Thread-safe.
 */
public final class EventBatch {

  private static final Logger LOG = LoggerFactory.getLogger(EventBatch.class);

  /** Less is not enough to begin anything with: a minute of it is for publishing. */
  private static final Duration LEAST = Duration.ofSeconds(80);

  private final AwsTypes types;
  private final DeployedConfiguration deployed;
  private final ResourceIndex index;
  private final Changes changes;
  private final Newcomers newcomers;
  private final Waiting waiting;
  private final InstantSource clock;

  public EventBatch(
      AwsTypes types,
      DeployedConfiguration deployed,
      ResourceIndex index,
      Changes changes,
      Newcomers newcomers,
      EventQueue queue,
      InstantSource clock) {
    this.types = types;
    this.deployed = deployed;
    this.index = index;
    this.changes = changes;
    this.newcomers = newcomers;
    this.waiting = new Waiting(queue, clock);
    this.clock = clock;
  }

  /** What the messages say of one stack. */
  private static final class Concerned {
    private final Set<String> messages = new LinkedHashSet<>();
    private final Set<Touch> touches = new LinkedHashSet<>();
    private int tries;
    private boolean unfinished;

    private Again again() {
      return new Again(tries, unfinished, List.copyOf(touches));
    }
  }

  /**
   * Looks at it.
   *
   * @param left how long that may take, after which nothing runs on
   * @return the ids of the messages that are to come again
   */
  public List<String> carryOut(List<Message> messages, Duration left) {
    Instant end = clock.instant().plus(left);
    Set<String> failed = new LinkedHashSet<>();
    SortedMap<String, Concerned> stacks = new TreeMap<>();
    try {
      Configuration configuration = deployed.configuration();
      Touched touched = new Touched(types, index, configuration.events().deployRoles());
      Creations creations = new Creations(types, configuration.events());
      Said said = new Said(touched, creations, stacks, new Arrivals(), failed);
      messages.forEach(message -> read(message, said));
      stacks.forEach((stack, its) -> look(configuration, stack, its, end, failed));
      look(configuration, said.arrivals(), end, failed);
    } catch (IOException e) {
      LOG.error("No event can be looked at: {}", Plain.line(String.valueOf(e.getMessage()), 500));
      messages.forEach(message -> failed.add(message.id()));
    }
    return new ArrayList<>(failed);
  }

  /** What is made of the messages. */
  private record Said(
      Touched touched,
      Creations creations,
      SortedMap<String, Concerned> stacks,
      Arrivals arrivals,
      Set<String> failed) {}

  private static void read(Message message, Said said) {
    try {
      Again again = again(message, said);
      for (Touch touch : again.touches()) {
        Concerned stack = said.stacks.computeIfAbsent(touch.stack(), _ -> new Concerned());
        stack.messages.add(message.id());
        stack.touches.add(touch);
        stack.tries = Math.max(stack.tries, again.tries());
        stack.unfinished |= message.received() > 1 || again.unfinished();
      }
      again.created().forEach(each -> said.arrivals.add(message.id(), each, again.tries()));
    } catch (EventFormatException e) {
      LOG.error("Message {} is no event: {}", message.id(), e.getMessage());
      said.failed.add(message.id());
    } catch (IOException e) {
      LOG.error("Message {} waits: {}", message.id(), Plain.line(String.valueOf(e.getMessage())));
      said.failed.add(message.id());
    }
  }

  /** What has waited, or what an event tells for the first time. */
  private static Again again(Message message, Said said) throws EventFormatException, IOException {
    Optional<Again> again = Again.read(message.body());
    if (again.isPresent()) {
      return again.get();
    }
    Optional<CloudTrailEvent> event = CloudTrailEvent.read(message.body());
    if (event.isEmpty()) {
      return new Again(0, false, List.of());
    }
    List<Created> created = new ArrayList<>();
    for (Created each : said.creations.by(event.get())) {
      if (!said.touched.manages(each)) {
        created.add(each);
      }
    }
    return new Again(0, false, List.copyOf(said.touched.by(event.get())), created);
  }

  // What was made is nobody's: whatever is wrong with it, the stacks have been looked at.
  private void look(
      Configuration configuration, Arrivals arrivals, Instant end, Set<String> failed) {
    try {
      if (Duration.between(clock.instant(), end).compareTo(LEAST) < 0) {
        for (Created each : arrivals.all()) {
          waiting.forTime(arrivals.again(each));
        }
      } else {
        failed.addAll(newcomers.look(configuration, arrivals, waiting, end));
      }
    } catch (IOException | RuntimeException e) {
      LOG.error(
          "What was made could not be looked at: {} {}", e.getClass().getSimpleName(), why(e));
      LOG.debug("Looking at what was made failed", e);
      failed.addAll(arrivals.messages());
    }
  }

  /** Only our own exceptions promise that no secret is in what they say. */
  private static String why(Exception e) {
    return Plain.line(e instanceof IOException ? String.valueOf(e.getMessage()) : "", 500);
  }

  // Whatever one stack's reading throws, the others are to be looked at.
  private void look(
      Configuration configuration, String stack, Concerned said, Instant end, Set<String> failed) {
    try {
      Optional<Duration> deploying = waiting.forDeployment(said.touches);
      if (deploying.isPresent()) {
        waiting.put(said.again(), deploying.get());
      } else if (Duration.between(clock.instant(), end).compareTo(LEAST) < 0) {
        waiting.forTime(said.again());
      } else if (changes.look(configuration, stack, said.again(), end) == Changes.Outcome.LATER) {
        waiting.forLock(stack, said.again());
      }
    } catch (IOException | RuntimeException e) {
      LOG.error(
          "What was changed of stack {} could not be looked at: {} {}",
          Plain.line(stack),
          e.getClass().getSimpleName(),
          why(e));
      LOG.debug("Looking at {} failed", Plain.line(stack), e);
      failed.addAll(said.messages);
    }
  }
}
