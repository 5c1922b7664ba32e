package dev.plumbline.functions.slack;

import dev.plumbline.engine.Sha256;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.publish.escape.Mrkdwn;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.wiring.work.Work;
import dev.plumbline.wiring.work.WorkQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts work on the queue, each piece of it once however often Slack delivers it. */
final class Desk {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** Far longer than a signature is good for. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final Deliveries deliveries;
  private final WorkQueue queue;

  Desk(Deliveries deliveries, WorkQueue queue) {
    this.deliveries = deliveries;
    this.queue = queue;
  }

  /**
   * Takes it.
   *
   * @return what to tell whoever asked, as escaped lines
   */
  List<String> take(Work work, Asker asker, Delivery delivery, String taken) {
    String key = key(asker, delivery);
    try {
      if (!deliveries.first(key, KEPT)) {
        return List.of("That was taken already.");
      }
    } catch (IOException e) {
      return failed("Finding out whether it was taken already", e);
    }
    try {
      queue.put(work, key);
      return List.of(taken);
    } catch (IOException e) {
      forget(key);
      return failed("Putting it on the queue", e);
    }
  }

  /** What Slack gives each interaction is in the signed body; without it, the body and its time. */
  private static String key(Asker asker, Delivery delivery) {
    return "slack/"
        + Sha256.of(
            asker.trigger().isEmpty()
                ? delivery.timestamp() + "\n" + delivery.body()
                : asker.trigger());
  }

  private void forget(String key) {
    try {
      deliveries.forget(key);
    } catch (IOException e) {
      LOG.error(
          "A delivery that was not taken cannot be forgotten: {}",
          Plain.line(String.valueOf(e.getMessage())));
    }
  }

  private static List<String> failed(String doing, IOException e) {
    LOG.error("{} failed: {}", doing, Plain.line(String.valueOf(e.getMessage())));
    return List.of(
        "*Nothing was done.* %s failed. Try again; the function's log says more."
            .formatted(Mrkdwn.text(doing, 200)));
  }
}
