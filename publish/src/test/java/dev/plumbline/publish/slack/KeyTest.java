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
        .isEqualTo("dda1dc595b46e4d44833b293c99b06fc359eb0a9409d216d4301e2c27c8f6dd1");
  }

  @Test
  void a_stack_in_sync_has_the_key_it_always_had() {
    assertThat(Key.of(Alerts.clean(), Optional.empty(), "#infra"))
        .isEqualTo("2f3d49e6c952a905d35ced8a8bbf8b2db0ab7d9eeb798ab97543cbd6d8871384");
  }
}
