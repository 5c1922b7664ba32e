package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.functions.metrics.EmbeddedMetrics;
import dev.plumbline.functions.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code metrics.json}, of which alarms and dashboard are made, is what the functions tell. {@code
 * -Dplumbline.write -Dtest=MetricsFileTest} writes it anew.
 */
class MetricsFileTest {

  @Test
  void the_file_is_what_the_functions_tell() throws IOException {
    Path file = Estates.folder("harbour").resolve("../../../cdk/src/main/resources/metrics.json");
    if (System.getProperty("plumbline.write") != null) {
      Files.writeString(file, told());
    }

    assertThat(file.normalize()).as("write it anew with -Dplumbline.write").hasContent(told());
  }

  private static String told() {
    return Arrays.stream(Metric.values())
        .map(each -> "  {\"name\": \"%s\", \"unit\": \"%s\"}".formatted(each.title(), each.unit()))
        .collect(
            Collectors.joining(
                ",\n",
                "{\"namespace\": \"%s\", \"dimension\": \"%s\", \"metrics\": [\n"
                    .formatted(EmbeddedMetrics.NAMESPACE, EmbeddedMetrics.DIMENSION),
                "\n]}\n"));
  }
}
