package dev.plumbline.engine.scan;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.StateSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A state that is read in time or not at all: a store that hangs costs a scan no more than its
 * time-out. What it handed over before it was late must be thrown away.
 */
final class PromptSource implements StateSource {

  /** So that a state is still looked at again when observing took all the time there was. */
  private static final Duration LEAST = Duration.ofSeconds(5);

  private final StateSource source;
  private final Duration time;
  private final long end;

  /**
   * @param time how long its calls may take altogether, from now on
   */
  PromptSource(StateSource source, Duration time) {
    this.source = source;
    this.time = time;
    this.end = System.nanoTime() + time.toNanos();
  }

  @Override
  public String uri() {
    return source.uri();
  }

  @Override
  public StateIdentity read(Consumer<? super RecordedResource> each) throws StateException {
    return await(() -> source.read(each));
  }

  @Override
  public String currentVersion() throws StateException {
    return await(source::currentVersion);
  }

  @Override
  public Optional<Lock> lock() throws StateException {
    return await(source::lock);
  }

  private <T> T await(Callable<T> call) throws StateException {
    ExecutorService thread = LoggedThreads.perTask();
    try {
      Future<T> answer = thread.submit(call);
      return answer.get(Math.max(LEAST.toNanos(), end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new StateException(
          Code.UNREACHABLE,
          "Reading state %s failed: it was not read within %d s."
              .formatted(uri(), Math.max(time.toSeconds(), LEAST.toSeconds())),
          "Check the network and the endpoint, or give it more time with --timeout.",
          late);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StateException(
          Code.UNREACHABLE,
          "Reading state %s failed: the scan was interrupted.".formatted(uri()),
          "Scan again.",
          e);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof StateException known) {
        throw known;
      }
      throw new IllegalStateException("reading a state failed", failed.getCause());
    } finally {
      thread.shutdownNow();
    }
  }
}
