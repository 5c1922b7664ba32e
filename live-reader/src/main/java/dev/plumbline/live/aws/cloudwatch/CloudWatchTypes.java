package dev.plumbline.live.aws.cloudwatch;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of CloudWatch, with what makes each reader. */
public final class CloudWatchTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_cloudwatch_composite_alarm", CloudwatchCompositeAlarm::new),
          Map.entry("aws_cloudwatch_dashboard", CloudwatchDashboard::new),
          Map.entry("aws_cloudwatch_metric_alarm", CloudwatchMetricAlarm::new));

  private CloudWatchTypes() {}
}
