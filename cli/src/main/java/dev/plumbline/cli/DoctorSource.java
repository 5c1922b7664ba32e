package dev.plumbline.cli;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.doctor.ConfigurationCheck;
import dev.plumbline.wiring.doctor.Deployed;
import dev.plumbline.wiring.settings.ConfigurationLocation;
import dev.plumbline.wiring.settings.ConfigurationStore;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The configuration that the doctor looks at: the named file, the deployment's, or the usual. */
record DoctorSource(
    Optional<Path> file, Optional<Deployed> deployed, ConfigurationStore configurations)
    implements ConfigurationCheck.Source {

  String origin() {
    return location()
        .map(ConfigurationLocation::toString)
        .orElseGet(() -> file.orElse(ConfigurationFile.USUAL).toString());
  }

  @Override
  public Configuration read() throws SettingsException, ConfigurationException {
    Optional<ConfigurationLocation> location = location();
    if (location.isPresent()) {
      return configurations.load(location.get());
    }
    Path named = file.orElse(ConfigurationFile.USUAL);
    try {
      return Configuration.parse(Files.readString(named), named.toString());
    } catch (IOException unread) {
      throw new SettingsException(
          "%s could not be read: %s".formatted(named, unread.getClass().getSimpleName()),
          "Name a file with --config.",
          unread);
    }
  }

  private Optional<ConfigurationLocation> location() {
    return file.isPresent()
        ? Optional.empty()
        : deployed.flatMap(it -> it.variable("CONFIG_URI")).flatMap(ConfigurationLocation::parse);
  }
}
