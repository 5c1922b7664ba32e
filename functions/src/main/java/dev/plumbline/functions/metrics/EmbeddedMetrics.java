package dev.plumbline.functions.metrics;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.wiring.settings.CommandEnvironment;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Tells figures in lines of the log from which CloudWatch makes metrics (its embedded metric
 * format), so that no call is made and nothing is paid but what is kept. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">The
 *     format</a>
 */
public final class EmbeddedMetrics {

  /** What all metrics are found under. */
  public static final String NAMESPACE = "Plumbline";

  /**
   * The only dimension: several deployments in an account are told apart. Each further value of a
   * dimension is a metric that is paid for, so stacks are properties, which the log is asked for.
   */
  public static final String DIMENSION = "Deployment";

  /** The logger whose lines are written as they are. */
  public static final String LOGGER = "metrics";

  private final Consumer<String> lines;
  private final String deployment;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();

  /**
   * @param lines takes each document, one line
   * @param deployment which one this is
   */
  public EmbeddedMetrics(Consumer<String> lines, String deployment, InstantSource clock) {
    this.lines = lines;
    this.deployment = deployment;
    this.clock = clock;
  }

  /** Into the log of a function with those environment variables. */
  public static EmbeddedMetrics inLog(Map<String, String> variables) {
    return new EmbeddedMetrics(
        LoggerFactory.getLogger(LOGGER)::info,
        new CommandEnvironment(variables).deployment().orElse(NAMESPACE),
        InstantSource.system());
  }

  /**
   * Tells some figures of one thing.
   *
   * @param about what they are of; can be asked for in the log, and makes no metric
   */
  public void tell(Map<Metric, ? extends Number> values, Map<String, ?> about) {
    ObjectNode document = json.createObjectNode();
    ObjectNode meta = document.putObject("_aws").put("Timestamp", clock.millis());
    ObjectNode directive = meta.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE).putArray("Dimensions").addArray().add(DIMENSION);
    ArrayNode metrics = directive.putArray("Metrics");
    values
        .keySet()
        .forEach(each -> metrics.addObject().put("Name", each.title()).put("Unit", each.unit()));
    write(document, values, about);
  }

  /**
   * Says figures that make no metric, because they were counted before: for those who ask the log.
   */
  public void note(Map<Metric, ? extends Number> values, Map<String, ?> about) {
    write(json.createObjectNode(), values, about);
  }

  private void write(
      ObjectNode document, Map<Metric, ? extends Number> values, Map<String, ?> about) {
    document.put(DIMENSION, deployment);
    about.forEach((name, value) -> document.set(name, json.valueToTree(value)));
    values.forEach((metric, value) -> document.set(metric.title(), json.valueToTree(value)));
    lines.accept(document.toString());
  }
}
