package dev.plumbline.remediation.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.remediation.runner.Orders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlansTest {

  @TempDir private Path folder;

  @Test
  void a_plan_lies_in_the_file_it_always_lay_in() throws IOException {
    assertThat(new LocalPlans(folder, Clock.systemUTC()).file(Orders.KEY).getFileName())
        .hasToString("4cd02fe0745a7783b7dcaf76755980adf909cd60cc7c0dcb67a40c219a5186d8.tar.gz");
  }
}
