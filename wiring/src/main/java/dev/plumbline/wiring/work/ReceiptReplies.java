package dev.plumbline.wiring.work;

import dev.plumbline.engine.store.Receipts;
import dev.plumbline.engine.store.StoreException;
import dev.plumbline.remediation.Origin;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers who asked over the HTTP API: on the receipt, where they look for it. Thread-safe. */
public final class ReceiptReplies implements Replies {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptReplies.class);

  private final Receipts receipts;
  private final InstantSource clock;

  public ReceiptReplies(Receipts receipts, InstantSource clock) {
    this.receipts = receipts;
    this.clock = clock;
  }

  /** Those who came another way are another face's to answer. */
  @Override
  public void reply(Origin origin, Mood mood, String markdown) {
    if (!(origin instanceof Origin.Api(var request)) || request.isEmpty()) {
      return;
    }
    try {
      receipts.move(request, status(mood), markdown, clock.instant());
    } catch (StoreException unwritten) {
      LOG.warn("The answer to request {} could not be written down", request, unwritten);
    }
  }

  private static Receipts.Status status(Mood mood) {
    return switch (mood) {
      case TAKEN -> Receipts.Status.TAKEN;
      case DONE -> Receipts.Status.DONE;
      case REFUSED -> Receipts.Status.REFUSED;
      case FAILED -> Receipts.Status.FAILED;
    };
  }
}
