package dev.plumbline.functions;

import dev.plumbline.engine.config.Configuration;
import dev.plumbline.wiring.run.Slice;
import dev.plumbline.wiring.settings.SettingsException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to scanning a large stack a slice at a time. */
interface SliceReader {

  /**
   * Observes the slice that the input asks for, and has returned by the deadline. Nothing is
   * compared, and nothing is told to anybody.
   *
   * @param known what was observed of it before, which still holds where the state is the same
   * @throws SettingsException where the configuration has no such stack
   */
  Slice read(Configuration configuration, ScanInput input, Optional<Slice> known, Instant deadline)
      throws SettingsException;

  /** Scans the whole stack out of its slices. */
  Cloud joining(List<Slice> slices);
}
