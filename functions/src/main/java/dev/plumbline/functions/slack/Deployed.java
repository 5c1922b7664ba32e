package dev.plumbline.functions.slack;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.settings.SettingsException;

/** The port to what is deployed. Thread-safe. */
public interface Deployed {

  /** The configuration as it is now, or was a minute ago. */
  Configuration configuration() throws SettingsException, ConfigurationException;

  /** A secret's value, by its name or ARN. */
  String secret(String id) throws SettingsException;
}
