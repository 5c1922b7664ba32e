package dev.plumbline.engine.scan;

import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.StackReport;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Scans stacks, several at a time, and makes one report of them. Thread-safe. */
public final class Scan {

  /** Stacks under way at once; each is concurrent in itself, and all share the accounts' limits. */
  private static final int AT_ONCE = 4;

  private static final int FRAMES = 12;

  private static final Logger LOG = LoggerFactory.getLogger(Scan.class);

  private final StackScan stackScan;
  private final Clock clock;

  public Scan(StackScan stackScan, Clock clock) {
    this.stackScan = stackScan;
    this.clock = clock;
  }

  /** Scans all of them; the report lists them in the order asked for. */
  public Report scan(List<StackRequest> requests, IntConsumer progress) {
    Instant started = clock.instant();
    Semaphore places = new Semaphore(AT_ONCE);
    List<Future<StackScan.Result>> running = new ArrayList<>();
    try (ExecutorService threads = LoggedThreads.perTask()) {
      for (StackRequest request : requests) {
        running.add(
            threads.submit(
                () -> {
                  places.acquire();
                  try (var _ = MDC.putCloseable(LoggedThreads.STACK, request.name())) {
                    return scanned(request, progress);
                  } finally {
                    places.release();
                  }
                }));
      }
    }
    SequencedMap<String, Long> calls = new TreeMap<>();
    List<StackReport> reports = new ArrayList<>();
    for (Future<StackScan.Result> future : running) {
      StackScan.Result result = result(future);
      reports.add(result.report());
      result.calls().forEach((name, count) -> calls.merge(name, count, Long::sum));
    }
    return new Report(UUID.randomUUID().toString(), started, clock.instant(), calls, reports);
  }

  /** A defect met in one stack takes no other stack's report with it. */
  private StackScan.Result scanned(StackRequest request, IntConsumer progress) {
    try {
      return stackScan.scan(request, progress);
    } catch (RuntimeException defect) {
      LOG.error(
          "scanning {} failed with {}; please report it: {}",
          request.name(),
          defect.getClass().getName(),
          trace(defect));
      Problem problem =
          new Problem(
              "INTERNAL",
              "Plumbline itself failed with " + defect.getClass().getSimpleName(),
              "Report it, with what was logged of it.");
      return StackReports.failed(request, problem);
    }
  }

  /** Where it was thrown, without its message, which may quote a value. */
  private static String trace(RuntimeException defect) {
    return Stream.of(defect.getStackTrace())
        .limit(FRAMES)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(", "));
  }

  private static StackScan.Result result(Future<StackScan.Result> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a scan failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the scan was interrupted", interrupted);
    }
  }
}
