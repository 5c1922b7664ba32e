package dev.plumbline.live.aws.cloudwatchlogs;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of CloudWatch Logs, with what makes each reader. */
public final class CloudWatchLogsTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_cloudwatch_log_group", CloudwatchLogGroup::new),
          Map.entry("aws_cloudwatch_log_metric_filter", CloudwatchLogMetricFilter::new),
          Map.entry("aws_cloudwatch_log_resource_policy", CloudwatchLogResourcePolicy::new),
          Map.entry("aws_cloudwatch_log_stream", CloudwatchLogStream::new),
          Map.entry("aws_cloudwatch_log_subscription_filter", CloudwatchLogSubscriptionFilter::new),
          Map.entry("aws_cloudwatch_query_definition", CloudwatchQueryDefinition::new));

  private CloudWatchLogsTypes() {}
}
