package dev.plumbline.engine.scan;

import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.IntConsumer;

/**
 * Scans one stack. A state that is locked, or moves while it is compared, is waited for as long as
 * the request says and then deferred: a change in flight is not drift (law 5). Thread-safe.
 */
public final class StackScan {

  /** Between two looks at a lock. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Observe observe;
  private final Judge judge;
  private final Clock clock;
  private final Pause pause;

  public StackScan(Observe observe, Judge judge, Clock clock, Pause pause) {
    this.observe = observe;
    this.judge = judge;
    this.clock = clock;
    this.pause = pause;
  }

  /** Waits; the port to sleeping. */
  @FunctionalInterface
  public interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  /** A stack's report and the calls it cost. */
  public record Result(StackReport report, SequencedMap<String, Long> calls) {}

  /** What one attempt read, or why it has to be made again. */
  private sealed interface Attempt {
    record Done(Result result) implements Attempt {}

    record Unsettled(Problem why) implements Attempt {}
  }

  /**
   * Scans the stack. Problems with its state become a FAILED or DEFERRED report, never an
   * exception.
   *
   * @param progress told the number of managed resources, negative, once the state is read, then
   *     how many were observed
   */
  public Result scan(StackRequest request, IntConsumer progress) {
    Instant giveUp = clock.instant().plus(request.lockWait());
    try {
      while (true) {
        switch (settled(request, progress)) {
          case Attempt.Done(var result) -> {
            return result;
          }
          case Attempt.Unsettled(var why) -> {
            Duration left = Duration.between(clock.instant(), giveUp);
            if (!left.isPositive()) {
              return StackReports.deferred(request, why);
            }
            pause.sleep(left.compareTo(PAUSE) < 0 ? left : PAUSE);
          }
        }
      }
    } catch (StateException failed) {
      return StackReports.failed(request, problem(failed));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return StackReports.deferred(
          request, new Problem("INTERRUPTED", "the scan was interrupted", "Scan again."));
    }
  }

  /** A reading that met somebody's change is made again, as one that finds a lock is. */
  private Attempt settled(StackRequest request, IntConsumer progress)
      throws StateException, InterruptedException {
    try {
      return attempt(request, progress);
    } catch (StateException met) {
      if (met.code() == Code.LOCKED || met.code() == Code.CHANGED_WHILE_READING) {
        return new Attempt.Unsettled(problem(met));
      }
      throw met;
    }
  }

  private Attempt attempt(StackRequest request, IntConsumer progress)
      throws StateException, InterruptedException {
    Instant deadline = clock.instant().plus(request.timeout());
    StateSource source = new PromptSource(request.source(), request.timeout());
    Optional<StateSource.Lock> lock = source.lock();
    if (lock.isPresent()) {
      return new Attempt.Unsettled(locked(source, lock.get()));
    }
    String before = source.currentVersion();
    List<RecordedResource> resources = new ArrayList<>();
    List<RecordedResource> deposed = new ArrayList<>();
    StateIdentity state =
        source.read(each -> (each.deposed().isPresent() ? deposed : resources).add(each));
    List<RecordedResource> wanted = resources.stream().filter(request.wanted()).toList();
    progress.accept(-wanted.size());
    Judge.Begun begun = judge.begin(wanted);
    Observe.Answer answer = observe.observe(question(request, wanted, deadline, progress));
    Optional<StateSource.Lock> lockAfter = source.lock();
    if (lockAfter.isPresent()) {
      return new Attempt.Unsettled(locked(source, lockAfter.get()));
    }
    if (!source.currentVersion().equals(before)) {
      return new Attempt.Unsettled(moved(source));
    }
    StackReport report =
        judge.report(request, new Judge.Read(state, resources, wanted, deposed), answer, begun);
    return new Attempt.Done(new Result(report, answer.calls()));
  }

  private Observe.Request question(
      StackRequest request, List<RecordedResource> wanted, Instant deadline, IntConsumer progress) {
    return new Observe.Request(
            request.name(),
            wanted,
            request.defaultRegion(),
            request.providers(),
            request.unmanaged(),
            deadline,
            progress)
        .wanting(request.aspects());
  }

  private static Problem locked(StateSource source, StateSource.Lock lock) {
    return new Problem(
        "LOCKED",
        "%s is locked by %s (%s, since %s, lock %s)"
            .formatted(source.uri(), lock.who(), lock.operation(), lock.created(), lock.id()),
        "Wait for it to be released and scan again, or pass --lock-wait.");
  }

  private static Problem moved(StateSource source) {
    return new Problem(
        "CHANGED_WHILE_READING",
        "%s changed while it was being compared".formatted(source.uri()),
        "Scan again once the deployment is over, or pass --lock-wait.");
  }

  private static Problem problem(StateException failed) {
    return new Problem(failed.code().name(), String.valueOf(failed.getMessage()), failed.action());
  }
}
