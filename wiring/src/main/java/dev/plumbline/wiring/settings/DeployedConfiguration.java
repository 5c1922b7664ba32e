package dev.plumbline.wiring.settings;

import dev.plumbline.engine.config.Configuration;
import java.io.IOException;

/**
 * The port to the configuration as it is deployed now, never what a pull request would make of it.
 */
@FunctionalInterface
public interface DeployedConfiguration {

  /** Read each time, so that what was deployed meanwhile holds. */
  Configuration configuration() throws IOException;
}
