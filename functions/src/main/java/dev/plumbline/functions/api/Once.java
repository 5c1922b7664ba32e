package dev.plumbline.functions.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Sha256;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Receipts;
import dev.plumbline.engine.store.Receipts.Receipt;
import dev.plumbline.engine.store.Receipts.Status;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Queues what is asked for, once for each key of each caller. The receipt is written first and is
 * the same for the same key, so a repeated request finds it, whichever container it meets.
 */
final class Once {

  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

  /** Of the hash: 128 bits in hexadecimal digits. */
  private static final int ID = 32;

  private final Ports ports;

  Once(Ports ports) {
    this.ports = ports;
  }

  /** What is asked for. */
  interface Asked {
    /**
     * What is to be done, and written down before it is queued.
     *
     * @param id the receipt's
     */
    Work work(String id, Actor by, Instant now) throws IOException;
  }

  /**
   * Who asked, under which key.
   *
   * @param digest of all that makes the request itself
   */
  record Key(String id, String digest, Caller caller) {}

  /** The request's key; the same key of another caller is another. */
  Key key(Request request) throws IOException, ProblemException {
    String key =
        request
            .header("idempotency-key")
            .filter(KEY.asMatchPredicate())
            .orElseThrow(
                () ->
                    Problems.badRequest(
                        "There is no Idempotency-Key of 1 to 128 printable characters",
                        "Send one, new for each request, and the same to repeat it."));
    Request.Signer signer = request.signer().orElseThrow(Problems::noSigner);
    Caller caller = Caller.of(signer.arn(), signer.id(), signer.account(), ports.identityCenter());
    String line = request.method() + ' ' + request.path() + '\n';
    return new Key(
        Sha256.of(caller.actor() + "\n" + key).substring(0, ID),
        Sha256.of(line.getBytes(UTF_8), request.body().asByteArrayUnsafe()),
        caller);
  }

  /** Queues it, unless it was before; answers with the receipt either way. */
  Receipt take(Key key, String stack, String action, Asked asked)
      throws IOException, ProblemException {
    Instant now = ports.clock().instant();
    Actor by = key.caller().actor();
    Receipts receipts = ports.receipts();
    Receipt fresh =
        new Receipt(key.id(), key.digest(), stack, action, by, now, Status.RECEIVED, "", now);
    Receipt kept = receipts.add(fresh);
    if (!kept.digest().equals(key.digest())) {
      throw Problems.keyReused();
    }
    if (kept.status() != Status.RECEIVED) {
      return kept;
    }
    // A request that failed here is repeated: the queue takes the same twice as one for a while.
    ports.queue().put(asked.work(kept.id(), kept.by(), kept.at()), kept.id());
    receipts.move(kept.id(), Status.QUEUED, "", now);
    return kept.to(Status.QUEUED, "", now);
  }
}
