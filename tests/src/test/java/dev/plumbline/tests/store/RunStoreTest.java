package dev.plumbline.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.store.FailingStacks.Streak;
import dev.plumbline.engine.store.Runs.Result;
import dev.plumbline.wiring.store.RunStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunStoreTest {

  @RegisterExtension static final BothStores STORES = new BothStores();

  private static final Instant NOW = BothStores.START;

  private final RunStore store = RunStore.inTable(STORES.client(), STORES.table());

  private static Result drifted(String stack) {
    return new Result(
        stack,
        StackStatus.SCANNED,
        new Summary(3, 2, 1, 0, 0, 0, 0, 0, 1.0, 10, 12),
        "sha256:1",
        Optional.of(Severity.HIGH),
        "s3://b/reports/1.json",
        "https://github.example/acme/infra/issues/1",
        false,
        true,
        List.of(),
        7,
        NOW);
  }

  @Test
  void what_became_of_a_stack_comes_back_as_it_was_written_and_is_replaced() throws Exception {
    Result failed = Result.unread("net/prod", StackStatus.FAILED, "no such object", NOW);
    store.runs().keep("one", failed);
    assertThat(store.runs().find("one", "net/prod")).contains(failed);

    store.runs().keep("one", drifted("net/prod"));

    assertThat(store.runs().find("one", "net/prod")).contains(drifted("net/prod"));
    assertThat(store.runs().find("other", "net/prod")).isEmpty();
  }

  @Test
  void a_run_has_its_own_stacks_however_they_are_called() throws Exception {
    String name = "x".repeat(2_000);
    store.runs().keep("one", drifted("b"));
    store.runs().keep("one", drifted("a#1"));
    store.runs().keep("one", drifted(name));
    store.runs().keep("one-more", drifted("c"));

    assertThat(store.runs().of("one"))
        .extracting(Result::stack)
        .containsExactlyInAnyOrder("a#1", "b", name);
  }

  @Test
  void a_run_counts_once_however_often_it_is_counted() throws Exception {
    assertThat(store.failing().failed("net", "one")).isEqualTo(new Streak("net", 1, "one"));
    assertThat(store.failing().failed("net", "one")).isEqualTo(new Streak("net", 1, "one"));
    assertThat(store.failing().failed("net", "two").runs()).isEqualTo(2);
    store.failing().failed("shop", "two");

    assertThat(store.failing().all()).extracting(Streak::stack).containsExactly("net", "shop");
  }

  @Test
  void a_streak_that_is_over_begins_anew() throws Exception {
    store.failing().failed("net", "one");
    store.failing().failed("net", "two");
    store.failing().over("net");

    assertThat(store.failing().all()).isEmpty();
    assertThat(store.failing().failed("net", "three").runs()).isOne();
  }

  @Test
  void only_what_was_scanned_and_published_is_done() {
    assertThat(drifted("a").done()).isTrue();
    assertThat(Result.unread("a", StackStatus.DEFERRED, "locked", NOW).done()).isFalse();
  }
}
