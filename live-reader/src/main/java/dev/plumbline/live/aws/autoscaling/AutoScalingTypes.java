package dev.plumbline.live.aws.autoscaling;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of EC2 Auto Scaling, with what makes each reader. */
public final class AutoScalingTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_autoscaling_group", AutoscalingGroup::new),
          Map.entry("aws_autoscaling_policy", AutoscalingPolicy::new));

  private AutoScalingTypes() {}
}
