package dev.plumbline.functions;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.store.Runs;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.wiring.settings.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Scans one stack after another of a run, as any invocation does, and records what became of each:
 * a stack that the run has already is passed over, and one that fails is no error of the function,
 * because the run's end tells of it. For one invocation at a time.
 */
final class PartScans {

  private final ScanRun scans;
  private final SlicedScans sliced;
  private final Runs runs;
  private final InstantSource clock;

  /**
   * @param sliced reads stacks that are too large to be read at once
   */
  PartScans(ScanRun scans, SlicedScans sliced, Runs runs, InstantSource clock) {
    this.scans = scans;
    this.sliced = sliced;
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * Scans it, or a slice of it.
   *
   * @return what is known of the stack in this run; empty as long as slices of it are to come
   */
  Optional<Result> scan(ScanInput input, RunPart part, Duration remaining) throws IOException {
    Instant end = clock.instant().plus(remaining);
    Optional<Result> known = done(part);
    if (known.isPresent()) {
      return known;
    }
    if (!part.item().sliced()) {
      return Optional.of(scanned(scans, input, part, remaining));
    }
    Optional<ScanRun> joined = sliced.read(input, part, remaining);
    Optional<Result> meanwhile = done(part);
    return joined.isEmpty() || meanwhile.isPresent()
        ? meanwhile
        : Optional.of(scanned(joined.get(), input, part, Duration.between(clock.instant(), end)));
  }

  private Optional<Result> done(RunPart part) throws IOException {
    return runs.find(part.run(), part.item().stack()).filter(Result::done);
  }

  private Result scanned(ScanRun scan, ScanInput input, RunPart part, Duration remaining)
      throws IOException {
    Result result = result(scan, input, part, remaining);
    runs.keep(part.run(), result);
    return result;
  }

  private Result result(ScanRun scan, ScanInput input, RunPart part, Duration remaining) {
    try {
      return result(scan.scan(input, remaining));
    } catch (SettingsException | ConfigurationException e) {
      return Result.unread(
          part.item().stack(), StackStatus.FAILED, String.valueOf(e.getMessage()), clock.instant());
    }
  }

  private Result result(ScanSummary summary) {
    Report report = summary.report();
    StackReport stack = report.stacks().getFirst();
    Optional<Outcome.Result> issue =
        summary.published().issues().stream()
            .filter(each -> each.stack().equals(stack.stack()))
            .findFirst();
    return new Result(
        stack.stack(),
        stack.status(),
        stack.summary(),
        stack.fingerprint(),
        Findings.of(stack).worst(),
        summary.published().report().orElse(""),
        issue.map(Outcome.Result::url).orElse(""),
        issue.filter(it -> it.action() == Outcome.Action.SUMMARISED).isPresent(),
        summary.published().news().contains(stack.stack()),
        summary.problems(),
        report.apiCalls().values().stream().mapToLong(Long::longValue).sum(),
        clock.instant());
  }
}
