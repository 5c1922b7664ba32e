package dev.plumbline.live.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many calls may be under way at once, by account, region and API family: one bound for all
 * stacks that are scanned at the same time, since AWS counts them together. Thread-safe.
 */
final class Permits {

  /** Control-plane APIs with small published buckets get fewer. */
  private static final Map<String, Integer> WIDTH =
      Map.of("iam", 8, "kms", 8, "lambda", 10, "rds", 4, "ecs", 8);

  private static final int USUAL_WIDTH = 16;

  private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();

  Semaphore of(String account, String region, String family) {
    return permits.computeIfAbsent(
        String.join("/", account, region, family),
        _ -> new Semaphore(WIDTH.getOrDefault(family, USUAL_WIDTH)));
  }
}
