package dev.plumbline.wiring.work;

import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of several messages, each for itself: one that cannot be done holds up no other.
 * What was done is not done again, however often its message comes. Thread-safe.
 */
public final class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  /** The longest that a queue keeps a message. */
  private static final Duration REMEMBERED = Duration.ofDays(14);

  /** Less is not enough to begin anything with. */
  private static final Duration LEAST = Duration.ofSeconds(20);

  private final Desk desk;
  private final Clerk clerk;
  private final Deliveries deliveries;
  private final int attempts;
  private final InstantSource clock;
  private final WorkJson json = new WorkJson();

  /**
   * @param desk whose work alone is done
   * @param attempts how often the queue hands out a message before it puts it aside
   */
  public Batch(Desk desk, Clerk clerk, Deliveries deliveries, int attempts, InstantSource clock) {
    this.desk = desk;
    this.clerk = clerk;
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * A message.
   *
   * @param id what the queue knows it by
   * @param received how often it was handed out, this time included
   */
  public record Message(String id, String body, int received) {}

  /**
   * Does what the messages ask for.
   *
   * @param left how long that may take, after which nothing runs on
   * @return the ids of those that could not be done, which are to come again
   */
  public List<String> carryOut(List<Message> messages, Duration left) {
    Instant end = clock.instant().plus(left);
    List<String> failed = new ArrayList<>();
    for (Message message : messages) {
      if (!isDone(message, end)) {
        failed.add(message.id());
      }
    }
    return failed;
  }

  private boolean isDone(Message message, Instant end) {
    try {
      WorkJson.Message read = json.read(message.body());
      if (Desk.of(read.work()) != desk) {
        LOG.error("Message {} is not this function's work", message.id());
        return false;
      }
      Duration left = Duration.between(clock.instant(), end);
      return left.compareTo(LEAST) >= 0 && once(read, message, left);
    } catch (WorkFormatException e) {
      LOG.error(
          "Message {} is no work: {}", message.id(), Plain.line(String.valueOf(e.getMessage())));
      return false;
    } catch (StoreException e) {
      LOG.error("Message {} waits: {}", message.id(), Plain.line(String.valueOf(e.getMessage())));
      return false;
    }
  }

  /**
   * Holds the work for as long as this run can last: should the run be killed, the message comes
   * again when nobody holds it any more.
   */
  private boolean once(WorkJson.Message read, Message message, Duration left)
      throws StoreException {
    String key = "work:" + read.once();
    if (!deliveries.first(key, left)) {
      return true;
    }
    boolean done = attempt(read.work(), message);
    deliveries.forget(key);
    if (done) {
      deliveries.first(key, REMEMBERED);
    }
    return done;
  }

  // Whatever one message's work throws, the others are to be done.
  private boolean attempt(Work work, Message message) {
    try {
      clerk.carryOut(work);
      return true;
    } catch (IOException | RuntimeException e) {
      // Only our own exceptions promise that no secret is in what they say.
      String why = e instanceof IOException ? String.valueOf(e.getMessage()) : "";
      String type = e.getClass().getSimpleName();
      LOG.error("Message {} failed: {} {}", message.id(), type, Plain.line(why, 500));
      if (message.received() >= attempts) {
        clerk.giveUp(work);
      }
      return false;
    }
  }
}
