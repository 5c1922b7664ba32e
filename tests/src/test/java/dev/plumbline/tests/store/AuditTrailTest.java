package dev.plumbline.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.AuditTrail.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTrailTest {

  @RegisterExtension static final BothStores STORES = new BothStores();

  @ParameterizedTest
  @EnumSource
  void a_stacks_entries_come_back_the_newest_first(StoreKind kind) throws Exception {
    AuditTrail audit = STORES.empty(kind).audit();
    audit.add(entry("shop", 1, "revert requested"));
    audit.add(entry("shop", 3, "applied"));
    audit.add(entry("shop", 2, "plan approved"));
    audit.add(entry("pantry", 4, "revert requested"));

    assertThat(audit.of("shop", Optional.empty(), 10))
        .containsExactly(
            entry("shop", 3, "applied"),
            entry("shop", 2, "plan approved"),
            entry("shop", 1, "revert requested"));
    assertThat(audit.of("nobody's", Optional.empty(), 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void pages_join_without_a_gap_and_without_a_repeat(StoreKind kind) throws Exception {
    AuditTrail audit = STORES.empty(kind).audit();
    for (int i = 0; i < 7; i++) {
      // Several at one instant, and instants whose texts are of different lengths.
      audit.add(entry("shop", i / 2, "action " + i));
    }

    List<Entry> all = new ArrayList<>();
    List<Entry> page = audit.of("shop", Optional.empty(), 3);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(3);
      all.addAll(page);
      page = audit.of("shop", Optional.of(page.getLast()), 3);
    }

    assertThat(all).hasSize(7).doesNotHaveDuplicates();
    assertThat(all).isEqualTo(audit.of("shop", Optional.empty(), Integer.MAX_VALUE));
    assertThat(all).extracting(Entry::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @ParameterizedTest
  @EnumSource
  void the_same_entry_written_again_after_a_crash_is_one(StoreKind kind) throws Exception {
    AuditTrail audit = STORES.empty(kind).audit();
    audit.add(entry("shop", 1, "applied"));
    audit.add(entry("shop", 1, "applied"));

    assertThat(audit.of("shop", Optional.empty(), 10)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void fifty_at_once_are_all_kept(StoreKind kind) throws Exception {
    AuditTrail audit = STORES.empty(kind).audit();

    Crowd.of(
        50,
        i ->
            () -> {
              audit.add(entry("shop", 1, "action " + i));
              return i;
            });

    assertThat(audit.of("shop", Optional.empty(), 100)).hasSize(50);
  }

  private static Entry entry(String stack, int half, String action) {
    Instant at = Instant.parse("2026-11-23T09:00:00Z").plusMillis(500L * half);
    return new Entry(
        stack,
        at,
        new Actor(Actor.Realm.GITHUB, "ana"),
        action,
        "k3v9x2m1qa",
        "`@here` \u001b[31m");
  }
}
