package dev.plumbline.publish.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks.Scan;
import dev.plumbline.publish.MemoryStore;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.Turns;
import dev.plumbline.publish.github.Outcome.Action;
import dev.plumbline.publish.github.Outcome.Result;
import dev.plumbline.publish.github.api.StandInGitHub;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Issues that runs share by a store. */
class SharedIssuesTest {

  private static final ResourceReport DRIFT =
      Reports.drifted("aws_vpc.a", Severity.HIGH, Reports.text("cidr_block", "a", "b"));
  private static final StackReport DRIFTED = Reports.stack("prod", DRIFT);
  private static final StackReport CLEAN =
      Reports.stack("prod", Reports.other("aws_vpc.a", Status.IN_SYNC, ""));

  private final StandInGitHub github = new StandInGitHub();
  private final MemoryStore store = new MemoryStore();
  private final MarkerKey key = new MarkerKey(new byte[32]);
  private int maxNewIssues = 20;
  private Set<String> configured = Set.of();
  private Duration wait = Duration.ofSeconds(30);

  @AfterEach
  void stop() {
    github.close();
    assertThat(github.problems()).isEmpty();
  }

  private Outcome publish(StackReport stack) throws Exception {
    Report report = Reports.of(stack);
    store.scanned(stack, new Scan(report.scanId(), report.startedAt(), ""), true);
    return publish(report);
  }

  private Outcome publish(Report report) throws Exception {
    return issues(maxNewIssues, ledger()).publish(report, configured);
  }

  private Ledger.Shared ledger() {
    return new Ledger.Shared(
        store, new Turns(store, wait, Duration.ofMinutes(2), InstantSource.system()));
  }

  private GitHubIssues issues(int most, Ledger ledger) {
    GitHubSettings settings =
        new GitHubSettings(
            github.endpoint(),
            "acme/infra",
            "token",
            Optional.empty(),
            List.of(),
            most,
            false,
            false,
            Duration.ofSeconds(10));
    return new GitHubIssues(settings, key, ledger);
  }

  private static List<Action> actions(Outcome outcome) {
    return outcome.results().stream().map(Result::action).toList();
  }

  @Test
  void twenty_runs_at_once_open_one_issue() throws Exception {
    publishAtOnce(20);
    assertThat(github.issues()).hasSize(1);
    assertThat(github.comments(5)).isEmpty();
  }

  @Test
  void twenty_runs_at_once_open_one_summary() throws Exception {
    maxNewIssues = 0;
    publishAtOnce(20);
    assertThat(github.issues())
        .singleElement()
        .satisfies(it -> assertThat(it.get("title").asText()).contains("1 stack"));
  }

  @Test
  void twenty_runs_at_once_close_the_issue_of_a_stack_that_left_once() throws Exception {
    publish(Reports.stack("gone", DRIFT));
    configured = Set.of("prod");
    publishAtOnce(20);
    assertThat(github.comments(5)).hasSize(1);
    assertThat(github.issues().getFirst().get("state").asText()).isEqualTo("closed");
  }

  @Test
  void the_scans_of_one_run_open_no_more_issues_than_the_run_may() throws Exception {
    AtomicInteger left = new AtomicInteger(2);
    Openings openings = () -> left.getAndDecrement() > 0;
    List<Callable<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      StackReport stack = Reports.stack("stack" + i, DRIFT);
      all.add(() -> inRun(stack, openings));
    }
    List<Action> done = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Outcome> each : executor.invokeAll(all)) {
        done.addAll(actions(each.get()));
      }
    }

    assertThat(done).filteredOn(Action.CREATED::equals).hasSize(2);
    assertThat(done).filteredOn(Action.SUMMARISED::equals).hasSize(6);
    assertThat(github.issues()).hasSize(2);
  }

  @Test
  void a_clean_stack_of_a_run_asks_github_nothing() throws Exception {
    assertThat(actions(inRun(CLEAN, () -> true))).containsExactly(Action.LEFT);
    assertThat(github.requests()).isEmpty();
  }

  @Test
  void the_end_of_a_run_brings_the_summary_issue_to_what_it_found() throws Exception {
    StackReport other = Reports.stack("other", DRIFT);
    GitHubIssues end = issues(0, ledger());

    end.conclude(
        Reports.of(DRIFTED, other), Set.of("prod", "other"), Set.of(), _ -> Background.NONE);
    assertThat(github.issues())
        .singleElement()
        .satisfies(it -> assertThat(it.get("title").asText()).contains("2 stacks"));

    end.conclude(Reports.of(other), Set.of("prod", "other"), Set.of("prod"), _ -> Background.NONE);
    assertThat(github.issues())
        .singleElement()
        .satisfies(it -> assertThat(it.get("title").asText()).contains("1 stack"));

    end.conclude(
        Reports.of(), Set.of("prod", "other"), Set.of("prod", "other"), _ -> Background.NONE);
    assertThat(github.issues().getFirst().get("state").asText()).isEqualTo("closed");
  }

  private Outcome inRun(StackReport stack, Openings openings) throws Exception {
    Report report = Reports.of(stack);
    store.scanned(stack, new Scan(report.scanId(), report.startedAt(), ""), true);
    return issues(maxNewIssues, new Ledger.InRun(ledger(), openings)).publish(report, Set.of());
  }

  private void publishAtOnce(int runs) throws Exception {
    List<Callable<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      all.add(() -> publish(DRIFTED));
    }
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Outcome> each : executor.invokeAll(all)) {
        assertThat(each.get().succeeded()).isTrue();
      }
    }
  }

  @Test
  void the_issue_is_remembered_and_found_without_its_label() throws Exception {
    publish(DRIFTED);
    assertThat(store.find("prod").orElseThrow().issue())
        .contains(new StackRecord.Issue("acme/infra", 5));
    github.unlabel(5);
    assertThat(actions(publish(CLEAN))).containsExactly(Action.CLOSED);
    assertThat(github.issues()).hasSize(1);
  }

  @Test
  void an_issue_whose_marker_was_edited_away_is_still_the_stacks() throws Exception {
    publish(DRIFTED);
    github.edit(5, "nothing to see");
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.UPDATED);
    assertThat(Marker.parse(body(5), key)).isPresent();
    assertThat(github.issues()).hasSize(1);
  }

  @Test
  void a_deleted_issue_is_opened_anew() throws Exception {
    publish(DRIFTED);
    github.delete(5);
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.CREATED);
    assertThat(github.issues()).hasSize(1);
  }

  @Test
  void a_transferred_issue_is_left_alone_and_another_opened() throws Exception {
    publish(DRIFTED);
    github.transfer(5);
    assertThat(actions(publish(CLEAN))).containsExactly(Action.LEFT);
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.CREATED);
    assertThat(store.find("prod").orElseThrow().issue())
        .contains(new StackRecord.Issue("acme/infra", 6));
  }

  @Test
  void a_number_that_leads_nowhere_falls_back_to_the_marker() throws Exception {
    publish(DRIFTED);
    store.issue("prod", Optional.of(new StackRecord.Issue("acme/infra", 4711)));
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.UPDATED);
    assertThat(store.find("prod").orElseThrow().issue())
        .contains(new StackRecord.Issue("acme/infra", 5));
  }

  @Test
  void another_stacks_issue_is_not_taken_for_ours() throws Exception {
    publish(DRIFTED);
    StackReport other = Reports.stack("other", DRIFT);
    store.scanned(other, new Scan("s", Reports.of(other).startedAt(), ""), true);
    store.issue("other", Optional.of(new StackRecord.Issue("acme/infra", 5)));
    assertThat(actions(publish(other))).containsExactly(Action.CREATED);
    assertThat(github.issues()).hasSize(2);
  }

  @Test
  void an_older_scan_does_not_undo_what_a_later_one_wrote() throws Exception {
    Report older = Reports.of(CLEAN);
    publish(DRIFTED);
    store.scanned(DRIFTED, new Scan("later", older.startedAt().plusSeconds(60), ""), true);
    Outcome outcome = publish(older);
    assertThat(actions(outcome)).containsExactly(Action.LEFT);
    assertThat(outcome.results().getFirst().note()).contains("later scan");
    assertThat(github.issues().getFirst().get("state").asText()).isEqualTo("open");
  }

  @Test
  void a_run_that_gets_no_turn_gives_up_and_says_so() throws Exception {
    wait = Duration.ofMillis(200);
    store.take(StackIssues.turn("prod"), "another", Duration.ofMinutes(1));
    Outcome outcome = publish(DRIFTED);
    assertThat(actions(outcome)).containsExactly(Action.FAILED);
    assertThat(outcome.results().getFirst().note())
        .contains("another run has been writing the issue of prod", "next run");
    assertThat(outcome.alarms()).isEmpty();
    assertThat(github.issues()).isEmpty();
  }

  @Test
  void without_a_working_store_the_drift_is_told_all_the_same() throws Exception {
    publish(DRIFTED);
    store.fail();
    assertThat(actions(publish(Reports.of(DRIFTED)))).containsExactly(Action.UPDATED);
    assertThat(actions(publish(Reports.of(CLEAN)))).containsExactly(Action.CLOSED);
    assertThat(github.issues()).hasSize(1);
  }

  @Test
  void a_second_open_issue_of_a_stack_is_closed_with_a_pointer() throws Exception {
    publish(DRIFTED);
    String body = body(5);
    publish(Reports.stack("other", DRIFT));
    github.edit(6, body);
    publish(DRIFTED);
    assertThat(github.issues().get(1).get("state").asText()).isEqualTo("closed");
    assertThat(github.comments(6)).containsExactly("This stack's issue is #5.");
  }

  @Test
  void closed_by_hand_is_quiet_until_the_drift_changes() throws Exception {
    publish(DRIFTED);
    github.close(5, "completed");
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.LEFT);
    StackReport more = Reports.stack("prod", DRIFT, Reports.deleted("aws_vpc.b", "gone"));
    assertThat(actions(publish(more))).containsExactly(Action.REOPENED);
  }

  @Test
  void drift_that_was_gone_and_is_back_opens_the_issue_again() throws Exception {
    publish(DRIFTED);
    github.close(5, "completed");
    publish(CLEAN);
    assertThat(actions(publish(DRIFTED))).containsExactly(Action.REOPENED);
  }

  private String body(int number) {
    return github.issues().stream()
        .filter(issue -> issue.get("number").asInt() == number)
        .map(issue -> issue.get("body"))
        .map(JsonNode::asText)
        .findFirst()
        .orElseThrow();
  }
}
