package dev.plumbline.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.store.Runs;
import dev.plumbline.wiring.run.RunItem;
import dev.plumbline.wiring.run.Slice;
import dev.plumbline.wiring.run.Slices;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One stack of a run: scanned as any other, and told of at the run's end. */
class PartScansTest {

  private static final String EVENT =
      "{\"run\": \"one\", \"item\": {\"stack\": \"shop\", \"state\": \"s3://b/shop.tfstate\"}}";

  @TempDir private Path folder;
  private RunBench bench;

  @BeforeEach
  void deploy() {
    bench = new RunBench(folder);
  }

  @Test
  void drift_is_kept_as_news_for_the_runs_end_and_told_to_nobody_now() throws Exception {
    Runs.Result result = scan(EVENT);

    assertThat(result.status()).isEqualTo(StackStatus.SCANNED);
    assertThat(result.news()).isTrue();
    assertThat(result.worst()).contains(Severity.HIGH);
    assertThat(result.calls()).isEqualTo(5);
    assertThat(bench.results.find("one", "shop")).contains(result);
    assertThat(bench.account.messages).isEmpty();
    assertThat(bench.account.objects.keySet())
        .anyMatch(key -> key.matches("reports-bucket/reports/.*\\.json"))
        .noneMatch(key -> key.contains("fingerprints/"))
        .as("ten thousand stacks do not write one page ten thousand times")
        .noneMatch(key -> key.endsWith("index.html"));
  }

  @Test
  void a_stack_that_the_run_has_is_passed_over() throws Exception {
    scan(EVENT);
    scan(EVENT);
    assertThat(bench.scans).isOne();

    scan(EVENT.replace("one", "two"));
    assertThat(bench.scans).isEqualTo(2);
  }

  @Test
  void a_stack_that_fails_is_a_result_and_is_scanned_again_when_the_run_goes_on() throws Exception {
    bench.found = RunBench.failed();
    Runs.Result result = scan(EVENT);
    assertThat(result.status()).isEqualTo(StackStatus.FAILED);
    assertThat(result.problems()).singleElement().asString().contains("NO_SUCH_OBJECT");
    assertThat(result.news()).isFalse();

    bench.found = RunBench.drifted();
    assertThat(scan(EVENT).done()).isTrue();
  }

  @Test
  void a_configuration_that_cannot_be_read_is_what_became_of_the_stack() throws Exception {
    bench.account.objects.clear();
    Runs.Result result = scan(EVENT);
    assertThat(result.status()).isEqualTo(StackStatus.FAILED);
    assertThat(result.problems()).singleElement().asString().contains("s3://reports-bucket");
  }

  @Test
  void a_name_that_could_lead_out_of_its_folder_is_no_runs() {
    assertThatExceptionOfType(ScanInputException.class)
        .isThrownBy(() -> RunBench.input(EVENT.replace("one", "../one")))
        .withMessageContaining("The name of a run");
    assertThatExceptionOfType(ScanInputException.class)
        .isThrownBy(() -> RunBench.input("{\"run\": \"one\", \"item\": {\"stack\": \"shop\"}}"))
        .withMessageContaining("names no stack and state");
    assertThatExceptionOfType(ScanInputException.class)
        .isThrownBy(() -> RunBench.input(EVENT.replace("}}", ", \"slice\": 3, \"slices\": 2}}")))
        .withMessageContaining("no slice 3 of 2");
  }

  private Runs.Result scan(String event) throws Exception {
    ScanInput input = RunBench.input(event);
    SlicedScans none =
        new SlicedScans(
            bench.run(), new NoSlices(), new NoSlices(), bench.store().leases(), bench::time);
    return new PartScans(bench.run(), none, bench.results, bench::time)
        .scan(input, input.part().orElseThrow(), Duration.ofMinutes(15))
        .orElseThrow();
  }

  /** Whole stacks have none. */
  private static final class NoSlices implements SliceReader, Slices {
    @Override
    public Slice read(
        Configuration configuration, ScanInput input, Optional<Slice> known, Instant deadline) {
      throw new AssertionError("nobody asked for a slice");
    }

    @Override
    public Cloud joining(List<Slice> slices) {
      throw new AssertionError("there is nothing to join");
    }

    @Override
    public void keep(String run, RunItem item, Slice slice) {
      throw new AssertionError("there is nothing to keep");
    }

    @Override
    public Optional<Slice> find(String run, RunItem item) {
      throw new AssertionError("nobody asked for a slice");
    }
  }
}
