package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.functions.metrics.ScanMetrics;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.wiring.publish.PublishOptions;
import dev.plumbline.wiring.publish.Published;
import dev.plumbline.wiring.publish.Publishing;
import dev.plumbline.wiring.settings.ConfigurationStore;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.ServiceEnvironment;
import dev.plumbline.wiring.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.MDC;

/**
 * One scan after another in one container: settings, scan, publishing. For one invocation at a
 * time, as Lambda does it.
 */
final class ScanRun {

  private static final int KEY_LEAST = 16;

  /** What is left for publishing: a fifth of the time, within these. */
  private static final Duration PUBLISHING_LEAST = Duration.ofSeconds(5);

  private static final Duration PUBLISHING_MOST = Duration.ofMinutes(2);

  /** For the answer itself. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final ServiceEnvironment environment;
  private final ConfigurationStore configurations;
  private final Secrets secrets;
  private final Cloud cloud;
  private final Publishing publishing;
  private final Consumer<Report> after;
  private final ScanMetrics metrics;
  private final InstantSource clock;

  /**
   * @param after what follows a scan that was published
   * @param metrics told of each scan
   */
  ScanRun(
      ServiceEnvironment environment,
      ConfigurationStore configurations,
      Secrets secrets,
      Cloud cloud,
      Publishing publishing,
      Consumer<Report> after,
      ScanMetrics metrics,
      InstantSource clock) {
    this.environment = environment;
    this.configurations = configurations;
    this.secrets = secrets;
    this.cloud = cloud;
    this.publishing = publishing;
    this.after = after;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The same that looks there. */
  ScanRun over(Cloud other) {
    return new ScanRun(
        environment, configurations, secrets, other, publishing, after, metrics, clock);
  }

  /** The configuration as it is deployed now. */
  Configuration configuration() throws SettingsException, ConfigurationException {
    return configurations.load(environment.configuration());
  }

  /**
   * Scans and publishes.
   *
   * @param remaining how long the invocation may still take
   */
  ScanSummary scan(ScanInput input, Duration remaining)
      throws SettingsException, ConfigurationException {
    return scan(input, remaining, Optional.empty());
  }

  /**
   * The same.
   *
   * @param scanId what the scan is called; empty to give it an id of its own
   */
  ScanSummary scan(ScanInput input, Duration remaining, Optional<String> scanId)
      throws SettingsException, ConfigurationException {
    return scan(input, remaining, scanId, report -> report);
  }

  /**
   * The same.
   *
   * @param more what else is to be said of what was found
   */
  ScanSummary scan(
      ScanInput input, Duration remaining, Optional<String> scanId, UnaryOperator<Report> more)
      throws SettingsException, ConfigurationException {
    String id = scanId.orElseGet(() -> UUID.randomUUID().toString());
    try (var _ = MDC.putCloseable(LoggedThreads.SCAN, id)) {
      return scan(input, remaining, id, more);
    }
  }

  private ScanSummary scan(
      ScanInput input, Duration remaining, String id, UnaryOperator<Report> more)
      throws SettingsException, ConfigurationException {
    Instant begin = clock.instant();
    Instant end = begin.plus(remaining).minus(LAST_WORDS);
    Configuration configuration = configuration();
    byte[] key = deploymentKey();
    Instant scanned = end.minus(forPublishing(remaining));
    Cloud.Scanned result = cloud.scan(configuration, input, key, scanned);
    Report report = more.apply(result.report().withId(id));
    Published published =
        publishing.publish(
            report,
            result.destinations(),
            new MarkerKey(key),
            new PublishOptions(
                input.baseline(), input.dryRun(), until(end), input.part().map(RunPart::run)));
    if (!input.dryRun()) {
      after.accept(report);
    }
    Duration took = Duration.between(begin, clock.instant()).plus(result.before());
    metrics.tell(report, result.throttles(), took);
    return new ScanSummary(report, published);
  }

  private byte[] deploymentKey() throws SettingsException {
    byte[] key = secrets.value(environment.deploymentKeySecret()).getBytes(UTF_8);
    if (key.length < KEY_LEAST) {
      throw new SettingsException(
          "The deployment key in %s has %d bytes and needs at least %d"
              .formatted(environment.deploymentKeySecret(), key.length, KEY_LEAST),
          "Store a random text of 32 characters or more there.");
    }
    return key;
  }

  static Duration forPublishing(Duration remaining) {
    Duration fifth = remaining.dividedBy(5);
    if (fifth.compareTo(PUBLISHING_LEAST) < 0) {
      return PUBLISHING_LEAST;
    }
    return fifth.compareTo(PUBLISHING_MOST) > 0 ? PUBLISHING_MOST : fifth;
  }

  private Duration until(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
