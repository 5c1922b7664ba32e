package dev.plumbline.functions;

import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.wiring.rehearsal.Rehearsal;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a function goes through before Lambda takes the snapshot that all its containers start from,
 * so that what it loads is loaded once. It reaches nothing: no key, secret or configuration of a
 * deployment may be in a snapshot.
 */
final class BeforeSnapshot implements Resource {

  /** What every invocation asks. */
  static final BeforeSnapshot SETTINGS =
      new BeforeSnapshot("Priming", () -> Priming.prime(new Unreachable()));

  /** A scan of the usual types, for a function that scans. */
  static final BeforeSnapshot SCAN =
      new BeforeSnapshot(
          "Rehearsing a scan", () -> Rehearsal.of(ResourceTypes.aws(), Rehearsal.USUAL));

  private static final Logger LOG = LoggerFactory.getLogger(BeforeSnapshot.class);

  private final String what;
  private final Work work;

  private BeforeSnapshot(String what, Work work) {
    this.what = what;
    this.work = work;
  }

  @FunctionalInterface
  private interface Work {
    void carryOut()
        throws IOException, GeneralSecurityException, SettingsException, ConfigurationException;
  }

  /** Has it done when there is a snapshot; without one, nothing is done. */
  void register() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      work.carryOut();
    } catch (IOException
        | GeneralSecurityException
        | SettingsException
        | ConfigurationException
        | RuntimeException e) {
      // A function that starts slowly is better than none.
      LOG.warn("{} was left unfinished: {}", what, e.getClass().getSimpleName());
    }
  }

  /** What is kept may be kept: nothing was asked for. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {
    LOG.debug("Restored");
  }
}
