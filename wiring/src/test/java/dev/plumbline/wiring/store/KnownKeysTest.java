package dev.plumbline.wiring.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tables and folders are full of these: what another key is made for is lost. */
class KnownKeysTest {

  @Test
  void a_long_name_is_bounded_by_the_hash_it_always_was() {
    assertThat(TableKey.bounded("ü".repeat(350))).isEqualTo("ü".repeat(350));
    assertThat(TableKey.bounded("ü".repeat(400)))
        .isEqualTo(
            "ü".repeat(150) + "~d88e16d965d8aa7280f8a06e1de5a43e7cdc5b02287c0676e5a983031da5c753");
  }

  @Test
  void an_entry_of_the_audit_trail_stands_where_it_always_stood() {
    assertThat(
            AuditOrder.key(
                new AuditTrail.Entry(
                    "shop",
                    Instant.parse("2026-11-23T09:00:00Z"),
                    new Actor(Actor.Realm.GITHUB, "ana"),
                    "revert requested",
                    "r1",
                    "ü")))
        .isEqualTo("20261123T090000.000000000Z-5db1c65d55a55d9d");
  }

  @Test
  void a_file_is_called_what_it_always_was() {
    assertThat(LocalStore.name("app/prod ü")).isEqualTo("app-prod--eff20234e5d40aa2");
  }
}
