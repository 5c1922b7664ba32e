package dev.plumbline.wiring.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.state.Value;
import dev.plumbline.wiring.KeptObjects;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is kept of a stack as long as the rest of it is to come. */
class SealedSlicesTest {

  private static final RunItem ITEM = new RunItem("net/../prod", "s3://states/a.tfstate", 2, 3);

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123Z");
  private static final Slice NOTHING = Slice.nothing(NOW);

  private final KeptObjects bucket = new KeptObjects();

  @Test
  void what_comes_back_is_what_was_kept_to_the_last_value() throws Exception {
    slices("key").keep("one", ITEM, slice());

    assertThat(slices("key").find("one", ITEM)).contains(slice());
    assertThat(bucket.objects().keySet())
        .singleElement()
        .asString()
        .matches("reports/slices/one/[0-9a-f]{64}/2-of-3");
  }

  @Test
  void nobody_who_reads_the_bucket_learns_what_was_observed() throws Exception {
    slices("key").keep("one", ITEM, slice());

    byte[] kept = bucket.objects().values().iterator().next();
    assertThat(new String(kept, UTF_8)).doesNotContain("hunter2", "aws_db_instance");
    assertThat(new String(kept, UTF_8)).as("nor is it only packed").doesNotStartWith("\u001f");
  }

  @Test
  void what_somebody_made_up_or_moved_says_nothing() throws Exception {
    slices("key").keep("one", ITEM, slice());
    String place = bucket.objects().keySet().iterator().next();
    byte[] kept = bucket.objects().get(place).clone();

    assertThat(slices("another key").find("one", ITEM)).contains(NOTHING);
    bucket.objects().put(place.replace("slices/one", "slices/two"), kept);
    assertThat(slices("key").find("two", ITEM)).contains(NOTHING);
    bucket.objects().put(place.replace("2-of-3", "1-of-3"), kept);
    assertThat(slices("key").find("one", ITEM.slice(1))).contains(NOTHING);
    kept[kept.length / 2] ^= 1;
    bucket.objects().put(place, kept);
    assertThat(slices("key").find("one", ITEM)).contains(NOTHING);
    bucket.objects().put(place, new byte[3]);
    assertThat(slices("key").find("one", ITEM)).contains(NOTHING);
  }

  @Test
  void what_is_not_there_is_nothing_and_what_may_not_be_read_says_what_to_allow() throws Exception {
    assertThat(slices("key").find("one", ITEM)).isEmpty();

    bucket.deny();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> slices("key").find("one", ITEM))
        .withMessageContaining("s3://reports/slices/one/")
        .withMessageContaining("Allow it to the function's role");
  }

  @Test
  void what_no_json_gives_back_says_nothing_either() throws Exception {
    Map<String, Value> halfACharacter = Map.of("\ud83d", Value.of("a"));
    Observed found = new Observed(new Observation.Found(Value.of(halfACharacter)), "", "");
    Slice slice = new Slice(Optional.empty(), NOW, Map.of("a", found), Map.of(), 0, Duration.ZERO);
    slices("key").keep("one", ITEM, slice);

    assertThat(slices("key").find("one", ITEM)).contains(NOTHING);
  }

  private SealedSlices slices(String key) {
    return new SealedSlices(() -> bucket, "reports", () -> key.getBytes(UTF_8), () -> NOW);
  }

  private static Slice slice() {
    Map<String, Value> values = new TreeMap<>();
    values.put("password", Value.of("hunter2"));
    values.put("null", Value.none());
    values.put("flag", Value.of(true));
    values.put("large", new Value.Num(new BigDecimal("12345678901234567890.5")));
    values.put("round", new Value.Num(new BigDecimal("1E+30")));
    values.put("half", Value.of("\ud83d and \u0000"));
    values.put("list", Value.of(List.of(Value.of(1), Value.none(), Value.of(List.of()))));
    values.put("map", Value.of(Map.of("", Value.of(Map.of()))));
    Observation found = new Observation.Found(Value.of(values), Map.of("desired_count", "moves"));
    return new Slice(
        Optional.of(Records.state("v1")),
        NOW,
        Map.of(
            "aws_db_instance.a[\"x\"]", new Observed(found, "111122223333", "eu-west-1"),
            "b", new Observed(new Observation.Gone("not found"), "", ""),
            "c",
                new Observed(
                    new Observation.Unreadable("a:B", "busy", Observation.Fault.SERVICE), "", ""),
            "d", new Observed(new Observation.Unsupported("no reader"), "", "")),
        Map.of("rds:DescribeDBInstances", 3L),
        7,
        Duration.ofMillis(1234));
  }
}
