package dev.plumbline.wiring.doctor;

import dev.plumbline.wiring.AwsFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes checks, all at once; none takes longer than it may, and none ends the others. */
public final class Doctor {

  private final Duration patience;

  /**
   * @param patience how long all of it may take
   */
  public Doctor(Duration patience) {
    this.patience = patience;
  }

  /** How a check of that name ended. */
  public record Finding(String check, Outcome outcome) {}

  /** The findings, in the order of the checks. */
  public List<Finding> examine(List<Check> checks) {
    long end = System.nanoTime() + patience.toNanos();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<Outcome>> running =
          checks.stream().map(check -> threads.submit(check::look)).toList();
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < checks.size(); i++) {
        findings.add(new Finding(checks.get(i).name(), outcome(running.get(i), end)));
      }
      return findings;
    } finally {
      threads.shutdownNow();
    }
  }

  private Outcome outcome(Future<Outcome> running, long end) {
    try {
      return running.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return unknown(
          "It was not answered within %d s".formatted(patience.toSeconds()),
          "Check the network, or give it more time with --timeout.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return unknown("It was interrupted", "Run it again.");
    } catch (ExecutionException failed) {
      return failure(Optional.ofNullable(failed.getCause()).orElse(failed));
    }
  }

  private static Outcome failure(Throwable cause) {
    return switch (cause) {
      case SdkClientException unasked ->
          unknown(
              "AWS could not be asked (%s)".formatted(AwsFailure.code(unasked)),
              "Set a profile, a role or AWS_ACCESS_KEY_ID, and check the network.");
      case SdkException denied ->
          unknown(
              "AWS did not answer: " + AwsFailure.why(denied),
              "Use credentials that may read what this check looks at; docs/how-to/doctor.md names the actions.");
      case IOException unread ->
          unknown(String.valueOf(unread.getMessage()), "Mend that, and run it again.");
      default ->
          unknown("Plumbline itself failed with " + cause.getClass().getSimpleName(), "Report it.");
    };
  }

  /** What nobody found out is not well. */
  private static Outcome unknown(String what, String action) {
    return new Outcome.Warn(
        List.of(new Fault(what + ".", "So nobody knows whether this is well.", action)));
  }
}
