package dev.plumbline.live.aws.elasticache;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Engine versions as the provider writes them: of Redis from version 6 and of Valkey the first two
 * parts, or {@code 6.x} where that was configured; of anything older all three.
 */
final class CacheVersions {

  private static final int FIRST_SHORT = 6;

  private CacheVersions() {}

  static String shown(String engine, String actual, String recorded) {
    List<String> parts = parts(actual);
    if (engine.equals("memcached")) {
      return actual;
    }
    if (engine.equals("redis") && major(parts) < FIRST_SHORT) {
      return full(actual);
    }
    return recorded.equals(parts.getFirst() + ".x")
        ? recorded
        : parts.getFirst() + "." + parts.get(1);
  }

  /** All three parts. */
  static String full(String actual) {
    return parts(actual).stream().collect(Collectors.joining("."));
  }

  private static List<String> parts(String version) {
    return Stream.concat(Arrays.stream(version.split("\\.")), Stream.of("0", "0"))
        .limit(3)
        .toList();
  }

  private static int major(List<String> parts) {
    String first = parts.getFirst();
    return first.chars().allMatch(Character::isDigit) && !first.isEmpty()
        ? Integer.parseInt(first)
        : FIRST_SHORT;
  }
}
