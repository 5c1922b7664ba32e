package dev.plumbline.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.wiring.publish.PublishOptions;
import dev.plumbline.wiring.publish.Published;
import dev.plumbline.wiring.run.RunEnd;
import dev.plumbline.wiring.run.RunFolder;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Ends a run as the state machine asks for it. Thread-safe. */
final class RunEnding {

  /** For keeping the summary, and for the answer. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private static final int ALARM_AFTER = 3;

  private final Settings settings;
  private final RunEnd end;
  private final RunFolder folder;

  RunEnding(Settings settings, RunEnd end, RunFolder folder) {
    this.settings = settings;
    this.end = end;
    this.folder = folder;
  }

  /** What is configured now. */
  interface Settings {
    Configuration configuration() throws SettingsException, ConfigurationException;

    MarkerKey key() throws SettingsException;
  }

  /**
   * Ends the run.
   *
   * @param event {@code {"run": …, "baseline": …, "dryRun": …, "alarmAfter": …}}
   */
  RunSummary end(JsonNode event, Duration remaining)
      throws IOException, ScanInputException, SettingsException, ConfigurationException {
    String run = RunPart.name(event);
    PublishOptions options =
        new PublishOptions(
            ScanInput.flag(event, "baseline"),
            ScanInput.flag(event, "dryRun"),
            remaining.minus(LAST_WORDS),
            Optional.of(run));
    RunEnd.Ended ended =
        end.end(
            run,
            settings.configuration(),
            settings.key(),
            event.path("alarmAfter").asInt(ALARM_AFTER),
            options);
    String kept = folder.keepSummary(run, RunSummary.whole(ended.report()));
    return new RunSummary(
        ended.report(), kept, ended.failures().stream().map(Published.Failure::toString).toList());
  }
}
