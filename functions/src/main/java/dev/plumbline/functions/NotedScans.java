package dev.plumbline.functions;

import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.RequestedScans;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Makes scans as any invocation does, and notes how far they are. Thread-safe. */
final class NotedScans implements RequestedScans {

  private final Runs runs;
  private final Scans scans;
  private final Duration remaining;
  private final InstantSource clock;

  /**
   * @param remaining how long a scan and publishing it may take
   */
  NotedScans(Runs runs, Scans scans, Duration remaining, InstantSource clock) {
    this.runs = runs;
    this.scans = scans;
    this.remaining = remaining;
    this.clock = clock;
  }

  /** The port to scanning and publishing. */
  @FunctionalInterface
  interface Runs {
    ScanSummary scan(ScanInput input, Duration remaining, Optional<String> scanId)
        throws SettingsException, ConfigurationException;
  }

  @Override
  public void scan(Work.Scan work) throws IOException {
    if (!scans.began(work.scanId(), clock.instant())) {
      return;
    }
    ScanInput input = new ScanInput(work.stacks(), false, false, work.unmanaged());
    try {
      ScanSummary summary = runs.scan(input, remaining, Optional.of(work.scanId()));
      String report = summary.published().report().orElse("");
      if (report.isEmpty()) {
        fail(work, "The scan was made, but its report could not be kept.");
      } else {
        scans.done(work.scanId(), report, clock.instant());
      }
    } catch (SettingsException | ConfigurationException e) {
      fail(work, String.valueOf(e.getMessage()));
    }
  }

  private void fail(Work.Scan work, String why) throws IOException {
    scans.failed(work.scanId(), why, clock.instant());
  }
}
