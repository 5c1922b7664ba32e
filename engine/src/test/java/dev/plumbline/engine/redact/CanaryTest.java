package dev.plumbline.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Change.Action;
import dev.plumbline.engine.Change.Item;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the shape, a canary in a sensitive place comes out nowhere. */
class CanaryTest {

  private static final List<String> SUSPICIOUS =
      List.of("password", "DB_PASSWORD", "apiKey", "client_secret", "auth_token");
  private static final List<String> HARMLESS = List.of("name", "size", "tags", "rule", "mode");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
  void no_canary_leaves(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 100; round++) {
      List<String> canaries = new ArrayList<>();
      Value.Mapping attributes = (Value.Mapping) mapping(random, canaries, 4);
      Value marked = plant(canaries, random);
      TreeMap<String, Value> all = new TreeMap<>(attributes.entries());
      all.put("marked", Value.of(Map.of("inner", marked)));
      all.put("echo", Value.of("copy: " + String.join(" ", canaries)));
      Value.Mapping recorded = Value.of(all);

      assertNothingLeaves(recorded, canaries, "seed %d round %d".formatted(seed, round));
    }
  }

  private static void assertNothingLeaves(
      Value.Mapping recorded, List<String> canaries, String where) {
    Redactor redactor = Redactor.of(recorded, List.of("marked"), Optional.empty());
    SecretScrubber scrubber = SecretScrubber.of(redactor.secrets());
    recorded
        .entries()
        .forEach(
            (name, value) -> {
              Change redacted =
                  redactor.redact(
                      new Change(
                          name,
                          value,
                          Value.none(),
                          false,
                          List.of(new Item(Action.REMOVED, "", value, Value.none()))));
              String shown = redacted + scrubber.scrub(value.toString());
              assertThat(shown).as(where).doesNotContain(canaries);
            });
    String message = scrubber.scrub("it failed with " + String.join(",", canaries));
    assertThat(message).as(where).doesNotContain(canaries);
  }

  private static Value mapping(RandomGenerator random, List<String> canaries, int depth) {
    TreeMap<String, Value> entries = new TreeMap<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      String harmless = HARMLESS.get(random.nextInt(HARMLESS.size())) + i;
      if (random.nextBoolean()) {
        String suspicious = SUSPICIOUS.get(i % SUSPICIOUS.size());
        entries.put(suspicious, plant(canaries, random));
      } else {
        entries.put(harmless, any(random, canaries, depth));
      }
    }
    return Value.of(entries);
  }

  private static Value any(RandomGenerator random, List<String> canaries, int depth) {
    if (depth == 0) {
      return Value.of(random.nextInt(100));
    }
    return switch (random.nextInt(5)) {
      case 0 -> Value.of("plain");
      case 1 -> Value.of(List.of(any(random, canaries, depth - 1), Value.of("x")));
      case 2 -> Value.of(Documents.text(mapping(random, canaries, depth - 1)));
      case 3 -> Value.of(Map.of("name", Value.of("DB_PASSWORD"), "value", plant(canaries, random)));
      default -> mapping(random, canaries, depth - 1);
    };
  }

  private static Value plant(List<String> canaries, RandomGenerator random) {
    String canary = "canary\"" + Long.toHexString(random.nextLong()) + "/é";
    canaries.add(canary);
    return Value.of(canary);
  }
}
