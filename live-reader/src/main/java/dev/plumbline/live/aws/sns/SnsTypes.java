package dev.plumbline.live.aws.sns;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of SNS, with what makes each reader. */
public final class SnsTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_sns_topic", SnsTopic::new),
          Map.entry("aws_sns_topic_policy", SnsTopicPolicy::new),
          Map.entry("aws_sns_topic_subscription", SnsTopicSubscription::new));

  private SnsTypes() {}
}
