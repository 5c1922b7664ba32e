package dev.plumbline.functions;

import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.store.Leases;
import dev.plumbline.wiring.run.RunItem;
import dev.plumbline.wiring.run.Slice;
import dev.plumbline.wiring.run.Slices;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a large stack's slices, each in an invocation of its own; whoever finds that all are there
 * scans the stack out of them, once. For one invocation at a time.
 */
final class SlicedScans {

  private static final Logger LOG = LoggerFactory.getLogger(SlicedScans.class);

  /** As long as a function lives: one that was killed is over by then. */
  private static final Duration JOINING = Duration.ofMinutes(15);

  private final ScanRun scans;
  private final SliceReader reader;
  private final Slices slices;
  private final Leases leases;
  private final InstantSource clock;

  SlicedScans(
      ScanRun scans, SliceReader reader, Slices slices, Leases leases, InstantSource clock) {
    this.scans = scans;
    this.reader = reader;
    this.slices = slices;
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * Reads the slice, unless the run has it.
   *
   * @return what scans the whole stack now; empty where that is another's to do
   */
  Optional<ScanRun> read(ScanInput input, RunPart part, Duration remaining) throws IOException {
    RunItem item = part.item();
    Instant now = clock.instant();
    Optional<Slice> known = slices.find(part.run(), item).filter(it -> it.fresh(now));
    Slice slice = slice(input, known, now.plus(remaining).minus(forTheRest(remaining)));
    if (!known.equals(Optional.of(slice))) {
      slices.keep(part.run(), item, slice);
    }
    List<Slice> there = there(part.run(), item, slice);
    return there.size() == item.slices() && isMine(part)
        ? Optional.of(scans.over(reader.joining(there)))
        : Optional.empty();
  }

  /** What keeps a slice from being read keeps the stack from being scanned, and is told then. */
  private Slice slice(ScanInput input, Optional<Slice> known, Instant deadline) {
    try {
      return reader.read(scans.configuration(), input, known, deadline);
    } catch (SettingsException | ConfigurationException e) {
      LOG.warn("the slice was not read: {}", e.getClass().getSimpleName());
      return Slice.nothing(clock.instant());
    }
  }

  /** Scanning out of slices, and publishing, in what is left. */
  private static Duration forTheRest(Duration remaining) {
    return ScanRun.forPublishing(remaining).multipliedBy(2);
  }

  private List<Slice> there(String run, RunItem item, Slice own) throws IOException {
    List<Slice> there = new ArrayList<>();
    for (int which = 1; which <= item.slices(); which++) {
      Optional<Slice> kept =
          which == item.slice() ? Optional.of(own) : slices.find(run, item.slice(which));
      if (kept.filter(it -> it.fresh(clock.instant())).isEmpty()) {
        return List.of();
      }
      there.add(kept.get());
    }
    return there;
  }

  /** Whoever took it and was killed takes it again when it is tried again. */
  private boolean isMine(RunPart part) throws IOException {
    return leases.take(
        "run/%s/%s".formatted(part.run(), part.item().stack()),
        String.valueOf(part.item().slice()),
        JOINING);
  }
}
