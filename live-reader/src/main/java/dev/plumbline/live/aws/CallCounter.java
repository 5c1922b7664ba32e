package dev.plumbline.live.aws;

import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Counts every request that leaves, repeated ones too, as {@code service:Operation}. Thread-safe.
 */
public final class CallCounter implements ExecutionInterceptor {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    String prefix = Families.of(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    counts.computeIfAbsent(prefix + ":" + operation, _ -> new LongAdder()).increment();
  }

  /** Counts what another one counted, too. */
  void add(CallCounter other) {
    other.counts.forEach(
        (name, count) ->
            counts.computeIfAbsent(name, _ -> new LongAdder()).add(count.sumThenReset()));
  }

  /** The counts so far, by name. */
  public SequencedMap<String, Long> counts() {
    TreeMap<String, Long> snapshot = new TreeMap<>();
    counts.forEach((name, count) -> snapshot.put(name, count.sum()));
    return Collections.unmodifiableSequencedMap(snapshot);
  }
}
