package dev.plumbline.live.aws.cloudwatch;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * The alarms of one account and region by name, of both kinds in one listing: the recorded ones a
 * hundred to a call, or all of them.
 *
 * @param metric those of metrics
 * @param composite those of other alarms
 */
record Alarms(Map<String, MetricAlarm> metric, Map<String, CompositeAlarm> composite) {

  static final String DESCRIBE = "cloudwatch:DescribeAlarms";
  static final String TAGS = "cloudwatch:ListTagsForResource";

  /** The most names, and the most alarms a page, that one call takes. */
  private static final int PAGE = 100;

  /** From here on a listing of everything is likely to cost no more calls than asking by name. */
  private static final int LIST_FROM = 1_000;

  /** What Application Auto Scaling makes for a target tracking policy, and deletes with it. */
  private static final String SCALING = "TargetTracking-";

  /** The alarms, asked for once in a scan. */
  static Alarms in(AwsScope scope) {
    return scope.shared(
        DESCRIBE,
        () -> {
          List<String> names = recorded(scope);
          List<DescribeAlarmsResponse> pages = new ArrayList<>();
          if (scope.discovering() || names.size() >= LIST_FROM) {
            pages.addAll(ask(scope, List.of()));
          } else {
            scope
                .forAll(
                    names.stream().gather(Gatherers.windowFixed(PAGE)).toList(),
                    chunk -> ask(scope, chunk))
                .forEach(pages::addAll);
          }
          return byName(pages);
        });
  }

  /** What no scaling policy made. */
  static List<String> own(Map<String, ?> alarms) {
    Predicate<String> scaling = name -> name.startsWith(SCALING);
    return alarms.keySet().stream().filter(scaling.negate()).sorted().toList();
  }

  static Attributes tagged(Attributes attributes, AwsScope scope, String arn) {
    return attributes.tags(
        scope.tagList(
            arn,
            () ->
                scope
                    .call(TAGS, () -> client(scope).listTagsForResource(r -> r.resourceARN(arn)))
                    .tags()));
  }

  static CloudWatchClient client(AwsScope scope) {
    return scope.client(CloudWatchClient.class, CloudWatchClient::builder);
  }

  private static List<String> recorded(AwsScope scope) {
    return scope
        .recorded("aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm")
        .map(RecordedResource::id)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** Without a list of kinds the API answers metric alarms only. */
  private static List<DescribeAlarmsResponse> ask(AwsScope scope, List<String> names) {
    DescribeAlarmsRequest.Builder request =
        DescribeAlarmsRequest.builder()
            .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
            .maxRecords(PAGE);
    if (!names.isEmpty()) {
      request.alarmNames(names);
    }
    return scope.call(
        DESCRIBE, () -> client(scope).describeAlarmsPaginator(request.build()).stream().toList());
  }

  private static Alarms byName(List<DescribeAlarmsResponse> pages) {
    Alarms alarms = new Alarms(new HashMap<>(), new HashMap<>());
    for (DescribeAlarmsResponse page : pages) {
      page.metricAlarms().forEach(each -> alarms.metric.put(each.alarmName(), each));
      page.compositeAlarms().forEach(each -> alarms.composite.put(each.alarmName(), each));
    }
    return alarms;
  }
}
