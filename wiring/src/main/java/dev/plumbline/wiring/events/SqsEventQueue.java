package dev.plumbline.wiring.events;

import dev.plumbline.wiring.AwsFailure;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A standard queue of SQS. */
public record SqsEventQueue(SqsClient sqs, String url) implements EventQueue {

  @Override
  public void put(String body, Duration delay) throws IOException {
    try {
      sqs.sendMessage(
          message ->
              message
                  .queueUrl(url)
                  .messageBody(body)
                  .delaySeconds(Math.toIntExact(delay.toSeconds())));
    } catch (SdkException e) {
      throw new IOException(
          "Putting a change on the queue %s again failed: %s. Allow the function sqs:SendMessage on it."
              .formatted(url, AwsFailure.why(e)),
          e);
    }
  }
}
