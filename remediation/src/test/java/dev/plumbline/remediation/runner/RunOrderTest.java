package dev.plumbline.remediation.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.remediation.Remediation.Run.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RunOrderTest {

  @Test
  void an_order_has_the_id_it_always_had_so_that_no_build_is_started_twice() throws IOException {
    RunOrder order =
        RunOrder.of(
            Kind.PLAN,
            Orders.plan(Orders.of("acme/infra", "main"), "a.b"),
            RunSettings.USUAL,
            false);

    assertThat(order.id())
        .isEqualTo("02ffcf582b20764238cf6133f28769454a6425aa12d9bb7884eafcede01c7ea6");
  }
}
