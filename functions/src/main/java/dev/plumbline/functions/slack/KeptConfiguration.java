package dev.plumbline.functions.slack;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.wiring.settings.ConfigurationLocation;
import dev.plumbline.wiring.settings.ConfigurationStore;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The deployed configuration, read once a minute, because Slack waits three seconds. Thread-safe.
 */
public final class KeptConfiguration implements Deployed {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final ConfigurationStore store;
  private final ConfigurationLocation location;
  private final Secrets secrets;
  private final InstantSource clock;
  private Optional<Known> known = Optional.empty();

  public KeptConfiguration(
      ConfigurationStore store,
      ConfigurationLocation location,
      Secrets secrets,
      InstantSource clock) {
    this.store = store;
    this.location = location;
    this.secrets = secrets;
    this.clock = clock;
  }

  private record Known(Configuration configuration, Instant until) {}

  @Override
  public synchronized Configuration configuration()
      throws SettingsException, ConfigurationException {
    Optional<Known> fresh = known.filter(it -> clock.instant().isBefore(it.until()));
    if (fresh.isPresent()) {
      return fresh.get().configuration();
    }
    Configuration read = store.load(location);
    known = Optional.of(new Known(read, clock.instant().plus(KEPT)));
    return read;
  }

  @Override
  public String secret(String id) throws SettingsException {
    return secrets.value(id);
  }
}
