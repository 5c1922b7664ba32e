package dev.plumbline.cdk;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** How the service is doing, on one page: its functions, and what waits. */
final class ServiceDashboard extends Construct {

  private static final int WIDTH = 12;

  ServiceDashboard(
      Construct scope,
      List<ServiceFunction> functions,
      SortedMap<String, Queue> queues,
      ServiceMetrics metrics) {
    super(scope, "Dashboard");
    Dashboard dashboard = Dashboard.Builder.create(this, "Page").build();
    new ScanWidgets(metrics, functions).rows().forEach(dashboard::addWidgets);
    dashboard.addWidgets(
        functions(
            "Invocations", functions, each -> each.function().metricInvocations(of("Sum", each))),
        functions("Errors", functions, each -> each.function().metricErrors(of("Sum", each))));
    dashboard.addWidgets(
        functions(
            "Duration, the longest",
            functions,
            each -> each.function().metricDuration(of("Maximum", each))),
        functions(
            "Throttles", functions, each -> each.function().metricThrottles(of("Sum", each))));
    dashboard.addWidgets(
        queues(
            "Messages",
            queues,
            (queue, how) -> queue.metricApproximateNumberOfMessagesVisible(how)),
        queues(
            "Age of the oldest, s",
            queues,
            (queue, how) -> queue.metricApproximateAgeOfOldestMessage(how)));
  }

  /** One number of a queue. */
  private interface OfQueue {
    IMetric metric(Queue queue, MetricOptions how);
  }

  private static IWidget functions(
      String title, List<ServiceFunction> functions, Function<ServiceFunction, IMetric> metric) {
    return graph(title, functions.stream().map(metric).toList());
  }

  private static IWidget queues(String title, SortedMap<String, Queue> queues, OfQueue metric) {
    return graph(
        title,
        queues.entrySet().stream()
            .map(each -> metric.metric(each.getValue(), labelled("Maximum", each.getKey())))
            .toList());
  }

  private static IWidget graph(String title, List<IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).width(WIDTH).left(metrics).build();
  }

  private static MetricOptions of(String statistic, ServiceFunction function) {
    return labelled(statistic, function.getNode().getId());
  }

  private static MetricOptions labelled(String statistic, String label) {
    return MetricOptions.builder()
        .statistic(statistic)
        .label(label)
        .period(Duration.minutes(5))
        .build();
  }
}
