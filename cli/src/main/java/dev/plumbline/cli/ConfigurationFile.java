package dev.plumbline.cli;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads {@code plumbline.yaml}. */
final class ConfigurationFile {

  /** Read where neither a state nor a file is named. */
  static final Path USUAL = Path.of("plumbline.yaml");

  private ConfigurationFile() {}

  static Configuration read(Path file) throws UserException {
    try {
      return Configuration.parse(Files.readString(file), file.toString());
    } catch (ConfigurationException wrong) {
      throw new UserException(String.valueOf(wrong.getMessage()), wrong);
    } catch (NoSuchFileException missing) {
      throw new UserException(
          "There is no %s. Name a file with --config.".formatted(file), missing);
    } catch (IOException unreadable) {
      throw new UserException(
          "%s could not be read: %s".formatted(file, unreadable.getMessage()), unreadable);
    }
  }
}
