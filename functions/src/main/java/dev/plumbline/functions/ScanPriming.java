package dev.plumbline.functions;

import dev.plumbline.live.ResourceTypes;
import dev.plumbline.wiring.rehearsal.Rehearsal;
import java.io.IOException;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rehearses a scan of the usual types before Lambda takes the snapshot that all containers of a
 * function that scans start from. What was loaded for it stays; what it read was made up.
 */
final class ScanPriming implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(ScanPriming.class);

  /** The context of hooks refers to it weakly. */
  private static final ScanPriming HOOK = new ScanPriming();

  /** Has it done when there is a snapshot; without one, nothing is done. */
  static void beforeSnapshot() {
    Core.getGlobalContext().register(HOOK);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      Rehearsal.of(ResourceTypes.aws(), Rehearsal.USUAL);
    } catch (IOException | RuntimeException e) {
      // A function that starts slowly is better than none.
      LOG.warn("Rehearsing a scan was left unfinished: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    LOG.debug("Restored");
  }
}
