package dev.plumbline.functions;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.wiring.publish.Destinations;
import dev.plumbline.wiring.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;

/** The port to scanning what a configuration names. */
interface Cloud {

  /**
   * Scans what the input asks for, and has returned by the deadline.
   *
   * @param key what fingerprints are made with
   * @throws SettingsException where the input names no stack of the configuration
   */
  Scanned scan(Configuration configuration, ScanInput input, byte[] key, Instant deadline)
      throws SettingsException;

  /**
   * A scan.
   *
   * @param destinations where the report goes, of every stack of the configuration
   * @param throttles how often AWS asked to be called less often
   * @param before what was spent on it by others
   */
  record Scanned(Report report, Destinations destinations, long throttles, Duration before) {

    /** A scan that nobody else had a part in. */
    Scanned(Report report, Destinations destinations, long throttles) {
      this(report, destinations, throttles, Duration.ZERO);
    }
  }
}
