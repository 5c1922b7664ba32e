package dev.plumbline.live.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The account of the process's own credentials: asked for once in a scan, by whoever needs it
 * first, and awaited no longer than the scan's deadline. Thread-safe.
 */
final class Home {

  private final FutureTask<String> question;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ExecutorService threads;
  private final Instant deadline;

  Home(Supplier<String> question, ExecutorService threads, Instant deadline) {
    this.question = new FutureTask<>(question::get);
    this.threads = threads;
    this.deadline = deadline;
  }

  /**
   * The account's 12-digit id.
   *
   * @throws ReadFailure where STS does not answer, or not in time
   */
  String account() {
    if (asked.compareAndSet(false, true)) {
      threads.execute(question);
    }
    try {
      long left = Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
      return question.get(left, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw late("the scan's deadline passed before %s answered.".formatted(AwsAccounts.WHO_AM_I));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw late("the scan was interrupted before %s answered.".formatted(AwsAccounts.WHO_AM_I));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ReadFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("asking for the account failed", failed.getCause());
    }
  }

  private static ReadFailure late(String reason) {
    return new ReadFailure(ReadFailure.Kind.TIMED_OUT, AwsAccounts.WHO_AM_I, reason);
  }
}
