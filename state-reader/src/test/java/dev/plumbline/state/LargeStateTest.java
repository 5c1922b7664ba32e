package dev.plumbline.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeStateTest {

  @ParameterizedTest
  @EnumSource
  void a_state_of_100000_resources_is_read_in_a_small_heap(LargeState.Shape shape)
      throws Exception {
    var reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeState.class.getName(),
                shape.name())
            .redirectErrorStream(true)
            .start();
    String said;
    try (var output = reading.getInputStream()) {
      said = new String(output.readAllBytes(), UTF_8);
    }

    assertThat(reading.waitFor(2, TimeUnit.MINUTES)).isTrue();
    System.out.print(said);
    assertThat(said).contains("100000 resources", "heap of 64 MiB");
    assertThat(reading.exitValue()).isZero();
  }
}
