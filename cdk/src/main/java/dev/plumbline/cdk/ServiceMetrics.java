package dev.plumbline.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * The figures that the functions tell. {@code metrics.json} is written from the code that tells
 * them, so that nothing is watched that nobody tells.
 */
final class ServiceMetrics {

  private static final String FILE = "/metrics.json";

  private final JsonNode told;
  private final String deployment;

  /**
   * @param deployment what the functions call themselves
   */
  ServiceMetrics(String deployment) {
    this.deployment = deployment;
    try (InputStream file = ServiceMetrics.class.getResourceAsStream(FILE)) {
      told = JsonMapper.builder().build().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + FILE + " failed", e);
    }
  }

  /**
   * A metric of them.
   *
   * @param statistic such as {@code Sum}
   * @throws IllegalArgumentException where nobody tells it
   */
  Metric of(String name, String statistic, Duration period) {
    if (told.path("metrics").valueStream().noneMatch(each -> is(each, name))) {
      throw new IllegalArgumentException("no function tells " + name);
    }
    return Metric.Builder.create()
        .namespace(told.path("namespace").asText())
        .metricName(name)
        .dimensionsMap(Map.of(told.path("dimension").asText(), deployment))
        .statistic(statistic)
        .period(period)
        .build();
  }

  private static boolean is(JsonNode metric, String name) {
    return metric.path("name").asText().equals(name);
  }
}
