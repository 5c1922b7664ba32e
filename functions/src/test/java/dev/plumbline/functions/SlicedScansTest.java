package dev.plumbline.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.wiring.run.RunItem;
import dev.plumbline.wiring.run.Slice;
import dev.plumbline.wiring.run.Slices;
import dev.plumbline.wiring.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack that is too large to be read at once. */
class SlicedScansTest {

  private static final Duration LIFE = Duration.ofMinutes(15);

  private final Reader reader = new Reader();
  private final Kept kept = new Kept();
  @TempDir private Path folder;
  private RunBench bench;

  @BeforeEach
  void deploy() {
    bench = new RunBench(folder);
  }

  @Test
  void whoever_reads_the_last_slice_scans_the_stack_out_of_all_of_them_once() throws Exception {
    assertThat(scan("one", 1)).isEmpty();
    assertThat(scan("one", 3)).isEmpty();
    assertThat(bench.scans).isZero();
    assertThat(bench.results.of("one")).isEmpty();

    Result result = scan("one", 2).orElseThrow();

    assertThat(result.status()).isEqualTo(StackStatus.SCANNED);
    assertThat(result.news()).isTrue();
    assertThat(bench.results.find("one", "shop")).contains(result);
    assertThat(bench.scans).isOne();
    assertThat(reader.joined).extracting(Slice::throttles).containsExactly(1L, 2L, 3L);
    assertThat(bench.account.objects.keySet())
        .as("its report is kept as any other's")
        .anyMatch(key -> key.matches("reports-bucket/reports/.*\\.json"));
  }

  @Test
  void a_slice_leaves_time_for_scanning_out_of_all_and_for_publishing() throws Exception {
    scan("one", 1);

    assertThat(reader.deadline).isEqualTo(RunBench.NOW.plus(Duration.ofMinutes(11)));
  }

  @Test
  void what_the_run_has_is_passed_over() throws Exception {
    scan("one", 1);
    scan("one", 2);
    scan("one", 1);
    assertThat(reader.read).containsExactly(1, 2);

    scan("one", 3);
    assertThat(scan("one", 2)).isPresent();
    assertThat(reader.read).containsExactly(1, 2, 3);
    assertThat(bench.scans).isOne();

    assertThat(scan("two", 1)).as("of another run").isEmpty();
    assertThat(reader.read).containsExactly(1, 2, 3, 1);
  }

  @Test
  void what_was_read_long_ago_is_read_again_and_waited_for() throws Exception {
    scan("one", 1);
    scan("one", 2);
    bench.now = bench.now.plus(Duration.ofHours(7));

    assertThat(scan("one", 3)).isEmpty();
    assertThat(scan("one", 1)).isEmpty();
    assertThat(scan("one", 2)).isPresent();
    assertThat(reader.read).containsExactly(1, 2, 3, 1, 2);
  }

  @Test
  void of_two_that_end_at_once_one_scans_the_stack() throws Exception {
    scan("one", 1);
    scan("one", 2);
    bench.store().leases().take("run/one/shop", "2", LIFE);

    assertThat(scan("one", 3)).isEmpty();
    assertThat(bench.scans).isZero();
  }

  @Test
  void whoever_is_killed_while_scanning_does_it_when_it_is_tried_again() throws Exception {
    scan("one", 1);
    scan("one", 2);
    reader.failing = true;
    assertThatIllegalStateException().isThrownBy(() -> scan("one", 3));
    reader.failing = false;

    assertThat(scan("one", 2)).as("another leaves it alone").isEmpty();
    assertThat(scan("one", 3)).isPresent();
    assertThat(reader.read).as("nothing is read twice").containsExactly(1, 2, 3);
  }

  @Test
  void what_keeps_a_slice_from_being_read_is_told_of_the_stack() throws Exception {
    reader.unconfigured = true;
    scan("one", 1);
    scan("one", 2);

    Result result = scan("one", 3).orElseThrow();

    assertThat(result.status()).isEqualTo(StackStatus.FAILED);
    assertThat(result.problems()).singleElement().asString().contains("left the configuration");
    assertThat(reader.joined).allMatch(slice -> slice.observed().isEmpty());

    reader.unconfigured = false;
    bench.now = bench.now.plus(LIFE);
    assertThat(scan("one", 3).orElseThrow().done()).as("gone on with").isTrue();
  }

  @Test
  void a_slice_that_is_given_up_no_longer_keeps_the_others_from_being_told() throws Exception {
    scan("one", 1);
    scan("one", 3);

    Result result = scan("one", 2, true).orElseThrow();

    assertThat(result.status()).isEqualTo(StackStatus.SCANNED);
    assertThat(reader.givenUp).containsExactly(2);
  }

  private Optional<Result> scan(String run, int slice) throws Exception {
    return scan(run, slice, false);
  }

  private Optional<Result> scan(String run, int slice, boolean givenUp) throws Exception {
    ScanInput input =
        RunBench.input(
            """
            {"run": "%s", "givenUp": %s, "item": {"stack": "shop", "state": "s3://b/shop.tfstate",
             "slice": %d, "slices": 3}}"""
                .formatted(run, givenUp, slice));
    ScanRun whole = bench.run().over((_, _, _, _) -> nobody());
    SlicedScans sliced = new SlicedScans(whole, reader, kept, bench.store().leases(), bench::time);
    return new PartScans(whole, sliced, bench.results, bench::time)
        .scan(input, input.part().orElseThrow(), LIFE);
  }

  private static Cloud.Scanned nobody() {
    throw new AssertionError("the stack is not to be read at once");
  }

  /** Each slice is told by its throttles. */
  private final class Reader implements SliceReader {
    private final List<Integer> read = new ArrayList<>();
    private final List<Integer> givenUp = new ArrayList<>();
    private List<Slice> joined = List.of();
    private Instant deadline = Instant.MIN;
    private boolean failing;
    private boolean unconfigured;

    @Override
    public Slice read(
        Configuration configuration, ScanInput input, Optional<Slice> known, Instant until)
        throws SettingsException {
      check();
      if (known.filter(slice -> slice.throttles() > 0).isPresent()) {
        return known.get();
      }
      RunPart part = input.part().orElseThrow();
      int slice = part.item().slice();
      (part.givenUp() ? givenUp : read).add(slice);
      deadline = until;
      return new Slice(
          Optional.empty(), bench.now, Map.of(), Map.of(), slice, Duration.ofSeconds(1));
    }

    @Override
    public Cloud joining(List<Slice> slices) {
      joined = slices;
      if (failing) {
        throw new IllegalStateException("killed");
      }
      return (_, _, _, _) -> {
        check();
        return bench.scanned();
      };
    }

    private void check() throws SettingsException {
      if (unconfigured) {
        throw new SettingsException("The stack has left the configuration", "Nothing to do.");
      }
    }
  }

  private static final class Kept implements Slices {
    private final Map<String, Slice> slices = new HashMap<>();

    @Override
    public void keep(String run, RunItem item, Slice slice) {
      slices.put(run + item, slice);
    }

    @Override
    public Optional<Slice> find(String run, RunItem item) {
      return Optional.ofNullable(slices.get(run + item));
    }
  }
}
