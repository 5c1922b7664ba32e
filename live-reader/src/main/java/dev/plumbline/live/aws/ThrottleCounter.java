package dev.plumbline.live.aws;

import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/**
 * Counts the answers by which AWS asked to be called less often, repeated ones too. Thread-safe.
 */
public final class ThrottleCounter implements MetricPublisher {

  /** What the SDK's metrics call them, whatever code the service has for it. */
  private static final String THROTTLING = "Throttling";

  private final LongAdder count = new LongAdder();

  @Override
  public void publish(MetricCollection call) {
    if (call.metricValues(CoreMetric.ERROR_TYPE).contains(THROTTLING)) {
      count.increment();
    }
    call.children().forEach(this::publish);
  }

  /** So far. */
  public long count() {
    return count.sum();
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
