package dev.plumbline.engine.scan;

import dev.plumbline.engine.Report;
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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/** Scans stacks, several at a time, and makes one report of them. Thread-safe. */
public final class Scan {

  /** Stacks under way at once; each is concurrent in itself, and all share the accounts' limits. */
  private static final int AT_ONCE = 4;

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
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (StackRequest request : requests) {
        running.add(
            threads.submit(
                () -> {
                  places.acquire();
                  try {
                    return stackScan.scan(request, progress);
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
