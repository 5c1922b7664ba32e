package dev.plumbline.tests.store;

import static dev.plumbline.tests.store.RemediationSample.planned;
import static dev.plumbline.tests.store.RemediationSample.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.engine.store.StoreException;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.wiring.store.Store;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemediationStoreTest {

  @RegisterExtension static final BothStores STORES = new BothStores();

  @ParameterizedTest
  @EnumSource
  void what_was_kept_is_found_by_id_and_by_stack(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation first = requested("aaaaaaaaa1", "shop", 1);

    assertThat(store.create(first)).isTrue();

    assertThat(store.find("aaaaaaaaa1")).contains(first);
    assertThat(store.open("shop")).contains(first);
    assertThat(store.of("shop", 10)).containsExactly(first);
    assertThat(store.find("zzzzzzzzz9")).isEmpty();
    assertThat(store.open("pantry")).isEmpty();
    assertThat(store.of("pantry", 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_stack_has_one_that_has_not_ended(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    store.create(requested("aaaaaaaaa1", "shop", 1));

    assertThat(store.create(requested("aaaaaaaaa2", "shop", 2))).isFalse();
    assertThat(store.find("aaaaaaaaa2")).isEmpty();
    assertThat(store.create(requested("aaaaaaaaa3", "pantry", 2))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void an_id_is_taken_once_whatever_the_stack(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation first = requested("aaaaaaaaa1", "shop", 1);
    store.create(first);

    assertThat(store.create(requested("aaaaaaaaa1", "pantry", 2))).isFalse();
    assertThat(store.find("aaaaaaaaa1")).contains(first);
    assertThat(store.open("pantry")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void its_end_frees_the_stack_and_it_is_remembered(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation first = requested("aaaaaaaaa1", "shop", 1);
    store.create(first);
    Remediation rejected = first.to(Phase.REJECTED, "Not now.", first.requestedAt());
    Remediation second = requested("aaaaaaaaa2", "shop", 2);

    assertThat(store.replace(first, rejected)).isTrue();
    assertThat(store.open("shop")).isEmpty();
    assertThat(store.unfinished(10)).isEmpty();
    assertThat(store.create(second)).isTrue();

    assertThat(store.of("shop", 10)).containsExactly(second, rejected);
    assertThat(store.of("shop", 1)).containsExactly(second);
    assertThat(store.find("aaaaaaaaa1")).contains(rejected);
  }

  @ParameterizedTest
  @EnumSource
  void a_step_from_what_is_no_longer_so_writes_nothing(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation first = requested("aaaaaaaaa1", "shop", 1);
    store.create(first);
    Remediation planning = first.to(Phase.PLANNING, "", first.requestedAt());
    store.replace(first, planning);

    assertThat(store.replace(first, first.to(Phase.EXPIRED, "", first.requestedAt()))).isFalse();

    assertThat(store.find("aaaaaaaaa1")).contains(planning);
    assertThat(store.open("shop")).contains(planning);
  }

  @ParameterizedTest
  @EnumSource
  void what_nobody_created_is_not_replaced(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation first = requested("aaaaaaaaa1", "shop", 1);

    assertThat(store.replace(first, first.to(Phase.PLANNING, "", first.requestedAt()))).isFalse();
    assertThat(store.find("aaaaaaaaa1")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_step_that_is_no_later_version_is_a_mistake_of_the_caller(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation first = requested("aaaaaaaaa1", "shop", 1);
    store.create(first);

    assertThatIllegalArgumentException().isThrownBy(() -> store.replace(first, first));
  }

  @ParameterizedTest
  @EnumSource
  void of_fifty_requests_one_begins(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();

    assertThat(
            Crowd.of(
                50, i -> () -> store.create(requested("aaaaaaaa%02d".formatted(i), "shop", i))))
        .containsOnlyOnce(true)
        .hasSize(50);
    assertThat(store.of("shop", 100)).hasSize(1);
    assertThat(store.open("shop")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void of_fifty_approvals_one_begins_to_apply(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation waiting = awaitingApproval(store);
    // The very same step, as a message delivered fifty times would make it.
    Remediation applying = waiting.to(Phase.APPLYING, "Applying.", waiting.changedAt());

    assertThat(Crowd.of(50, _ -> () -> store.replace(waiting, applying)))
        .containsOnlyOnce(true)
        .hasSize(50);
    assertThat(store.find(waiting.id())).contains(applying);
  }

  @ParameterizedTest
  @EnumSource
  void of_fifty_ends_one_is_the_end(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation waiting = awaitingApproval(store);

    assertThat(
            Crowd.of(
                50,
                i ->
                    () ->
                        store.replace(
                            waiting, waiting.to(Phase.REJECTED, "By " + i, waiting.changedAt()))))
        .containsOnlyOnce(true)
        .hasSize(50);
    assertThat(store.open("shop")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void those_that_have_not_ended_are_listed_the_oldest_first(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation young = requested("aaaaaaaaa1", "shop", 3);
    Remediation old = requested("aaaaaaaaa2", "pantry", 1);
    Remediation ended = requested("aaaaaaaaa3", "cellar", 2);
    for (Remediation each : List.of(young, old, ended)) {
      store.create(each);
    }
    store.replace(ended, ended.to(Phase.SUPERSEDED, "", ended.requestedAt()));

    assertThat(store.unfinished(10)).containsExactly(old, young);
    assertThat(store.unfinished(1)).containsExactly(old);
  }

  @ParameterizedTest
  @EnumSource
  void a_large_estate_is_kept_whole(StoreKind kind) throws Exception {
    RemediationStore store = STORES.empty(kind).remediations();
    Remediation large = RemediationSample.ofManyResources(3_000, "shop");

    assertThat(store.create(large)).isTrue();

    assertThat(store.find(large.id())).contains(large);
  }

  @Test
  void a_plan_too_long_for_an_item_is_cut_with_a_note_and_nothing_else_is_lost() throws Exception {
    RemediationStore store = STORES.empty(StoreKind.TABLE).remediations();
    Remediation first = requested("aaaaaaaaa1", "shop", 1);
    store.create(first);
    Remediation planning = first.to(Phase.PLANNING, "", first.requestedAt());
    store.replace(first, planning);
    Remediation planned = planned(planning, incompressible(2_000_000));

    assertThat(store.replace(planning, planned)).isTrue();

    Remediation kept = store.find("aaaaaaaaa1").orElseThrow();
    Plan plan = kept.plan().orElseThrow();
    assertThat(plan.text())
        .startsWith(planned.plan().orElseThrow().text().substring(0, 50_000))
        .containsPattern("… \\([0-9,]+ more characters are not kept");
    assertThat(plan.sha256()).isEqualTo(planned.plan().orElseThrow().sha256());
    assertThat(plan.actions()).isEqualTo(planned.plan().orElseThrow().actions());
    assertThat(kept.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    Remediation applying = kept.to(Phase.APPLYING, "", kept.changedAt());
    assertThat(store.replace(kept, applying)).isTrue();
  }

  @Test
  void one_process_goes_on_where_another_stopped() throws Exception {
    String table = STORES.table();
    Store one = Store.inTable(STORES.client(), table, () -> BothStores.START);
    Store other = Store.inTable(STORES.client(), table, () -> BothStores.START);
    Remediation first = requested("aaaaaaaaa1", "shop", 1);

    one.remediations().create(first);

    assertThat(other.remediations().open("shop")).contains(first);
  }

  private static Remediation awaitingApproval(RemediationStore store) throws StoreException {
    Remediation first = requested("aaaaaaaaa1", "shop", 1);
    Remediation planning = first.to(Phase.PLANNING, "", first.requestedAt());
    Remediation waiting = planned(planning, "~ visibility_timeout_seconds = 30 -> 31");
    assertThat(store.create(first)).isTrue();
    assertThat(store.replace(first, planning)).isTrue();
    assertThat(store.replace(planning, waiting)).isTrue();
    return waiting;
  }

  private static String incompressible(int length) {
    StringBuilder text = new StringBuilder(length);
    new Random(7).ints(length, '!', '~').forEach(point -> text.append((char) point));
    return text.toString();
  }
}
