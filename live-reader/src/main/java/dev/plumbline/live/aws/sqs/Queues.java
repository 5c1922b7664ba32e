package dev.plumbline.live.aws.sqs;

import dev.plumbline.live.aws.AwsScope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What SQS says of one queue: all its attributes, policies among them, asked for once in a scan for
 * the queue and whatever else is recorded of it.
 */
final class Queues {

  static final String ATTRIBUTES = "sqs:GetQueueAttributes";

  /** The code of the query and of the JSON protocol. */
  private static final Set<String> NOT_FOUND =
      Set.of("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist");

  private Queues() {}

  /** The queue's attributes under SQS's names; empty where there is no such queue. */
  static Optional<Map<String, String>> attributes(AwsScope scope, String url) {
    return scope.shared(
        ATTRIBUTES + "/" + url,
        () ->
            scope
                .find(
                    ATTRIBUTES,
                    NOT_FOUND,
                    () ->
                        client(scope)
                            .getQueueAttributes(
                                r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL)))
                .map(GetQueueAttributesResponse::attributesAsStrings));
  }

  static SqsClient client(AwsScope scope) {
    return scope.client(SqsClient.class, SqsClient::builder);
  }
}
