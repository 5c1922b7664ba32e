package dev.plumbline.wiring.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.store.FailingStacks;
import dev.plumbline.engine.store.Runs;
import dev.plumbline.publish.MemoryStore;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.wiring.KeptObjects;
import dev.plumbline.wiring.run.Inventory;
import dev.plumbline.wiring.run.RunEnd;
import dev.plumbline.wiring.run.RunFolder;
import dev.plumbline.wiring.run.RunItem;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.store.RunStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What is said at the end of a run, and how often. */
class RunEndTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:drift";

  private final Topics topics = new Topics();
  private final Prints prints = new Prints();
  private final Results results = new Results();
  private final Streaks streaks = new Streaks();
  private final MemoryStore memory = new MemoryStore();
  private final KeptObjects bucket = new KeptObjects();
  private final RunFolder folder = new RunFolder(() -> bucket, "reports");

  @Test
  void a_topic_is_told_once_of_all_that_drifted_and_of_what_was_not_scanned() throws Exception {
    inventory("one", "a", "b", "c");
    results.keep("one", drifted("a", "sha256:1"));
    results.keep("one", drifted("b", "sha256:2"));

    RunEnd.Ended ended = end("one");

    assertThat(ended.failures()).isEmpty();
    assertThat(ended.report().count(StackStatus.FAILED)).isOne();
    assertThat(topics.sent).hasSize(1);
    assertThat(topics.sent.getFirst().message())
        .contains("2 stacks drifted, 1 not scanned of 3", "c: The function that scanned it ended");
    assertThat(prints.kept).containsOnly(Map.entry("a", "sha256:1"), Map.entry("b", "sha256:2"));
    assertThat(bucket.objects()).containsKey("reports/reports/index.html");
  }

  @Test
  void a_stack_of_which_a_slice_never_came_was_not_scanned() throws Exception {
    List<RunItem> items = List.of(new RunItem("large", "s3://states/large.tfstate", 0, 3));
    folder.keep("one", new Inventory(items, items, true, List.of()));

    RunEnd.Ended ended = end("one");

    assertThat(ended.report().unread())
        .singleElement()
        .satisfies(
            result ->
                assertThat(result.problems())
                    .singleElement()
                    .asString()
                    .contains("Of the 3 slices", "runs.splitOver"));
  }

  @Test
  void to_end_it_again_repeats_nothing() throws Exception {
    inventory("one", "a", "c");
    results.keep("one", drifted("a", "sha256:1"));
    end("one");
    prints.kept.clear();

    end("one");

    assertThat(topics.sent).hasSize(1);
  }

  @Test
  void what_another_scan_has_told_since_is_no_news() throws Exception {
    inventory("one", "a");
    results.keep("one", drifted("a", "sha256:1"));
    prints.put("a", "sha256:1");

    end("one");

    assertThat(topics.sent).isEmpty();
  }

  @Test
  void a_stack_that_keeps_failing_raises_one_alarm() throws Exception {
    for (String run : List.of("one", "two", "three", "four")) {
      inventory(run, "a", "b");
      results.keep(run, clean("a"));
      end(run);
    }
    assertThat(alarms())
        .singleElement()
        .asString()
        .contains("b: not scanned in 3 runs in a row")
        .doesNotContain("a:");

    inventory("five", "a", "b");
    results.keep("five", clean("a"));
    results.keep("five", clean("b"));
    end("five");
    assertThat(streaks.all()).isEmpty();
  }

  @Test
  void a_stack_that_was_not_found_is_not_forgotten_where_a_bucket_was_not_listed()
      throws Exception {
    streaks.failed("gone", "zero");
    folder.keep(
        "one", new Inventory(List.of(), List.of(), false, List.of("A bucket was not listed.")));
    end("one");
    assertThat(streaks.all()).hasSize(1);
    assertThat(topics.sent.getFirst().message()).contains("A bucket was not listed.");

    inventory("two", "a");
    end("two");
    assertThat(streaks.all()).extracting(FailingStacks.Streak::stack).containsExactly("a");
  }

  @Test
  void a_dry_run_tells_nobody_and_counts_nothing() throws Exception {
    inventory("one", "a", "b");
    results.keep("one", drifted("a", "sha256:1"));

    end("one", new PublishOptions(false, true, Duration.ofSeconds(5), Optional.of("one")));

    assertThat(topics.sent).isEmpty();
    assertThat(streaks.all()).isEmpty();
    assertThat(bucket.objects()).doesNotContainKey("reports/reports/index.html");
  }

  @Test
  void the_scans_of_a_run_share_the_number_of_issues_it_may_open() throws Exception {
    RunOpenings one = new RunOpenings(memory, "run/acme/infra", 2);
    RunOpenings other = new RunOpenings(memory, "run/acme/infra", 2);

    assertThat(List.of(one.take(), other.take(), one.take(), other.take()))
        .containsExactly(true, true, false, false);
    assertThat(new RunOpenings(memory, "next/acme/infra", 1).take()).isTrue();
  }

  private List<String> alarms() {
    return topics.sent.stream()
        .filter(each -> each.messageAttributes().containsKey("trouble"))
        .map(each -> each.message())
        .toList();
  }

  private void inventory(String run, String... stacks) throws IOException {
    List<RunItem> items =
        Stream.of(stacks).map(name -> new RunItem(name, "s3://b/" + name)).toList();
    folder.keep(run, new Inventory(items, items, true, List.of()));
  }

  private RunEnd.Ended end(String run) throws IOException {
    return end(run, new PublishOptions(false, false, Duration.ofSeconds(5), Optional.of(run)));
  }

  private RunEnd.Ended end(String run, PublishOptions options) throws IOException {
    InstantSource clock = InstantSource.fixed(NOW);
    RunPublishing publishing =
        new RunPublishing(
            new ReportStore(bucket, "reports"),
            new AlertChannel(_ -> topics, Optional.of(TOPIC), prints),
            prints,
            new GitHubAccess(
                new Secrets(() -> SecretsManagerClient.create(), clock), Optional.empty(), clock),
            Remediating.NOTHING,
            new SharedStore(memory, memory, memory),
            clock);
    return new RunEnd(new RunStore(results, streaks), folder, publishing, clock)
        .end(run, Configuration.EMPTY, new MarkerKey(new byte[32]), 3, options);
  }

  private static Runs.Result drifted(String stack, String fingerprint) {
    return new Runs.Result(
        stack,
        StackStatus.SCANNED,
        new Summary(3, 2, 1, 0, 0, 0, 0, 0, 1.0, 10, 12),
        fingerprint,
        Optional.of(Severity.HIGH),
        "",
        "",
        false,
        true,
        List.of(),
        7,
        NOW);
  }

  private static Runs.Result clean(String stack) {
    return new Runs.Result(
        stack,
        StackStatus.SCANNED,
        new Summary(3, 3, 0, 0, 0, 0, 0, 0, 1.0, 10, 12),
        "sha256:0",
        Optional.empty(),
        "",
        "",
        false,
        false,
        List.of(),
        7,
        NOW);
  }

  private static final class Prints implements LastFingerprint {
    private final Map<String, String> kept = new TreeMap<>();

    @Override
    public Optional<String> get(String stack) {
      return Optional.ofNullable(kept.get(stack));
    }

    @Override
    public void put(String stack, String fingerprint) {
      kept.put(stack, fingerprint);
    }
  }

  private static final class Results implements Runs {
    private final Map<String, Map<String, Result>> kept = new HashMap<>();

    @Override
    public void keep(String run, Result result) {
      kept.computeIfAbsent(run, _ -> new TreeMap<>()).put(result.stack(), result);
    }

    @Override
    public Optional<Result> find(String run, String stack) {
      return Optional.ofNullable(kept.getOrDefault(run, Map.of()).get(stack));
    }

    @Override
    public List<Result> of(String run) {
      return List.copyOf(kept.getOrDefault(run, Map.of()).values());
    }
  }

  private static final class Streaks implements FailingStacks {
    private final Map<String, Streak> kept = new TreeMap<>();

    @Override
    public List<Streak> all() {
      return List.copyOf(kept.values());
    }

    @Override
    public Streak failed(String stack, String run) {
      Streak known = kept.getOrDefault(stack, new Streak(stack, 0, ""));
      Streak next = known.run().equals(run) ? known : new Streak(stack, known.runs() + 1, run);
      kept.put(stack, next);
      return next;
    }

    @Override
    public void over(String stack) {
      kept.remove(stack);
    }
  }
}
