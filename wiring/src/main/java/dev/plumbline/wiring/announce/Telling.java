package dev.plumbline.wiring.announce;

import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells where a remediation stands. What could not be told is logged, and stops no remediation. */
final class Telling {

  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

  private Telling() {}

  /** What tells it. */
  @FunctionalInterface
  interface Work {
    void carryOut() throws PublishException, SettingsException, IOException;
  }

  /**
   * Tells it, if that can be done.
   *
   * @param where such as {@code in Slack}
   */
  static void attempt(String where, Remediation remediation, Work work) {
    try {
      work.carryOut();
    } catch (PublishException e) {
      failed(where, remediation, e.getMessage() + " " + e.action());
    } catch (SettingsException | IOException e) {
      failed(where, remediation, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      failed(where, remediation, e.getClass().getSimpleName());
      LOG.debug("Telling {} failed", where, e);
    }
  }

  private static void failed(String where, Remediation remediation, String why) {
    LOG.error(
        "Telling {} that remediation {} of stack {} is {} failed: {}",
        where,
        Plain.line(remediation.id(), 40),
        Plain.line(remediation.stack(), 200),
        remediation.phase(),
        Plain.line(why, 1_000));
  }
}
