package dev.plumbline.live.aws.sqs;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of SQS, with what makes each reader. */
public final class SqsTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_sqs_queue", SqsQueue::new),
          Map.entry("aws_sqs_queue_policy", SqsQueuePolicy::new),
          Map.entry("aws_sqs_queue_redrive_policy", SqsQueueRedrivePolicy::new));

  private SqsTypes() {}
}
