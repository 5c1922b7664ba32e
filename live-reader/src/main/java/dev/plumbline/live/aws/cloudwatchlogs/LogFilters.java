package dev.plumbline.live.aws.cloudwatchlogs;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/** The filters of log groups, each group's asked for once in a scan. */
final class LogFilters {

  static final String METRIC = "logs:DescribeMetricFilters";
  static final String SUBSCRIPTION = "logs:DescribeSubscriptionFilters";

  static final Set<String> NO_GROUP = Set.of("ResourceNotFoundException");

  /** From here on the account's listing, 50 a page, is likely to cost fewer calls. */
  private static final int LIST_FROM = 3;

  private LogFilters() {}

  /** The metric filters of one group or of all by group and name, whichever costs less. */
  static Map<String, MetricFilter> metric(AwsScope scope) {
    return scope.shared(
        METRIC,
        () -> {
          List<String> groups =
              scope
                  .recorded("aws_cloudwatch_log_metric_filter")
                  .map(LogFilters::group)
                  .distinct()
                  .toList();
          List<MetricFilter> filters = new ArrayList<>();
          if (scope.discovering() || groups.size() > LIST_FROM) {
            filters.addAll(all(scope));
          } else {
            scope.forAll(groups, group -> of(scope, group)).forEach(filters::addAll);
          }
          return byKey(filters, each -> key(each.logGroupName(), each.filterName()));
        });
  }

  /** One group's subscription filters by name; empty where there is no such group. */
  static Optional<Map<String, SubscriptionFilter>> subscription(AwsScope scope, String group) {
    return scope.shared(
        SUBSCRIPTION + "/" + group,
        () ->
            scope
                .find(
                    SUBSCRIPTION,
                    NO_GROUP,
                    () ->
                        client(scope)
                            .describeSubscriptionFiltersPaginator(r -> r.logGroupName(group))
                            .subscriptionFilters()
                            .stream()
                            .toList())
                .map(filters -> byKey(filters, SubscriptionFilter::filterName)));
  }

  static String key(String group, String name) {
    return group + ":" + name;
  }

  static String group(RecordedResource filter) {
    return filter.at("log_group_name").text();
  }

  static CloudWatchLogsClient client(AwsScope scope) {
    return scope.client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
  }

  private static List<MetricFilter> all(AwsScope scope) {
    return scope.call(
        METRIC,
        () -> client(scope).describeMetricFiltersPaginator().metricFilters().stream().toList());
  }

  private static List<MetricFilter> of(AwsScope scope, String group) {
    return scope
        .find(
            METRIC,
            NO_GROUP,
            () ->
                client(scope)
                    .describeMetricFiltersPaginator(r -> r.logGroupName(group))
                    .metricFilters()
                    .stream()
                    .toList())
        .orElse(List.of());
  }

  /** Of two of one name the first counts, as it does for the provider. */
  private static <T> Map<String, T> byKey(List<T> filters, Function<T, String> key) {
    Map<String, T> byKey = new HashMap<>();
    filters.forEach(each -> byKey.putIfAbsent(key.apply(each), each));
    return byKey;
  }
}
