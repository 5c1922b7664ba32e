package dev.plumbline.functions.metrics;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Tells how long what a function was handed had waited on its queue. Thread-safe. */
public final class QueueAge {

  private final EmbeddedMetrics metrics;
  private final InstantSource clock;

  public QueueAge(EmbeddedMetrics metrics, InstantSource clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Into the log of a function with those environment variables. */
  public static QueueAge inLog(Map<String, String> variables) {
    return new QueueAge(EmbeddedMetrics.inLog(variables), InstantSource.system());
  }

  /** Tells it of the oldest; nothing where SQS did not say when a message was sent. */
  public void tell(SQSEvent batch, Context context) {
    OptionalLong oldest = batch.getRecords().stream().flatMapToLong(QueueAge::sent).min();
    oldest.ifPresent(
        sent ->
            metrics.tell(
                Map.of(Metric.QUEUE_AGE, Math.max(0, clock.millis() - sent) / 1_000),
                Map.of("function", String.valueOf(context.getFunctionName()))));
  }

  private static LongStream sent(SQSEvent.SQSMessage message) {
    return Stream.ofNullable(message.getAttributes())
        .map(attributes -> attributes.get("SentTimestamp"))
        .filter(Objects::nonNull)
        .filter(text -> text.matches("\\d{1,15}"))
        .mapToLong(Long::parseLong);
  }
}
