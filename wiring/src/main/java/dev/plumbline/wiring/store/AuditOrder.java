package dev.plumbline.wiring.store;

import dev.plumbline.engine.Sha256;
import dev.plumbline.engine.store.AuditTrail.Entry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where an entry of the audit trail stands among others: by its time, then by what it says, so that
 * the same entry written twice is one.
 */
final class AuditOrder {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int HASH = 16;

  private AuditOrder() {}

  static String key(Entry entry) {
    String said =
        Sha256.ofEach(entry.by().toString(), entry.action(), entry.subject(), entry.detail());
    return time(entry.at()) + "-" + said.substring(0, HASH);
  }

  /** A time whose order is that of its text. */
  static String time(Instant at) {
    return TIME.format(at);
  }
}
