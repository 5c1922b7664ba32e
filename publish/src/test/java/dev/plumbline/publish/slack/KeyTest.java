package dev.plumbline.publish.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The store holds keys, so none may change: with another one, every message is written again. */
class KeyTest {

  @Test
  void a_plan_that_waits_has_the_key_it_always_had() {
    assertThat(
            Key.of(Alerts.drifted("sha256:1"), Optional.of(Alerts.waiting("~ plan")), "#infra ü"))
        .isEqualTo("eb878b7737cb5e980414ba4596793bbf675dc2205262d7a93edd333b8ef0a37f");
  }

  @Test
  void a_stack_in_sync_has_the_key_it_always_had() {
    assertThat(Key.of(Alerts.clean(), Optional.empty(), "#infra"))
        .isEqualTo("631af62a382c28fde4bf37cd7aa6fea286f9137a85cd07425ef6c20cd5023c89");
  }
}
