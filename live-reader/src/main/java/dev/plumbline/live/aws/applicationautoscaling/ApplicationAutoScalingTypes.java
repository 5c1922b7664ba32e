package dev.plumbline.live.aws.applicationautoscaling;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Application Auto Scaling, with what makes each reader. */
public final class ApplicationAutoScalingTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_appautoscaling_policy", AppautoscalingPolicy::new),
          Map.entry("aws_appautoscaling_target", AppautoscalingTarget::new));

  private ApplicationAutoScalingTypes() {}
}
