package dev.plumbline.tests.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many who do something at once. */
final class Crowd {

  private Crowd() {}

  /** What each of them came away with. */
  static <T> List<T> of(int size, IntFunction<Callable<T>> who) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        Callable<T> each = who.apply(i);
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return each.call();
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    }
  }
}
