package dev.plumbline.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.plumbline.functions.metrics.QueueAge;
import dev.plumbline.wiring.work.Batch.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** SQS's batches, and the answer that names those messages alone which are to come again. */
final class MessageBatch {

  /** For the answer itself. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private static final QueueAge AGE = QueueAge.inLog(System.getenv());

  private MessageBatch() {}

  /** Something done with messages; answers the ids of those that are to come again. */
  @FunctionalInterface
  interface Work {
    List<String> carryOut(List<Message> messages, Duration left);
  }

  static SQSBatchResponse carryOut(SQSEvent event, Work work, Context context) {
    MDC.put("requestId", String.valueOf(context.getAwsRequestId()));
    AGE.tell(event, context);
    List<Message> messages = event.getRecords().stream().map(MessageBatch::message).toList();
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(LAST_WORDS);
    return new SQSBatchResponse(
        work.carryOut(messages, left).stream().map(BatchItemFailure::new).toList());
  }

  private static Message message(SQSEvent.SQSMessage message) {
    String received =
        Optional.ofNullable(message.getAttributes())
            .orElse(Map.of())
            .getOrDefault("ApproximateReceiveCount", "1");
    return new Message(
        message.getMessageId(),
        Optional.ofNullable(message.getBody()).orElse(""),
        received.matches("\\d{1,9}") ? Integer.parseInt(received) : 1);
  }
}
