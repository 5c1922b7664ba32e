package dev.plumbline.wiring.work;

import dev.plumbline.engine.Sha256;
import dev.plumbline.wiring.AwsFailure;
import java.io.IOException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * A queue of SQS. A FIFO queue drops what was put within five minutes before; each piece of work is
 * a message group of its own there, so that one that cannot be done holds up no other. On a
 * standard queue whoever takes the work tells repetitions apart. Thread-safe.
 */
public final class SqsQueue implements WorkQueue {

  private static final String FIFO = ".fifo";

  private final Supplier<SqsClient> sqs;
  private final String url;
  private final WorkJson json = new WorkJson();

  public SqsQueue(Supplier<SqsClient> sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  @Override
  public void put(Work work, String once) throws IOException {
    String id = Sha256.of(once);
    SendMessageRequest.Builder message =
        SendMessageRequest.builder()
            .queueUrl(url)
            .messageBody(json.write(new WorkJson.Message(once, work)));
    if (url.endsWith(FIFO)) {
      message.messageDeduplicationId(id).messageGroupId(id);
    }
    try {
      sqs.get().sendMessage(message.build());
    } catch (SdkException e) {
      throw new IOException(
          "Putting work on the queue %s failed: %s. Allow the function sqs:SendMessage on it."
              .formatted(url, AwsFailure.why(e)),
          e);
    }
  }
}
