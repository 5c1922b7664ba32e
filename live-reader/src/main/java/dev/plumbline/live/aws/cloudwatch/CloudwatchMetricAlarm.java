package dev.plumbline.live.aws.cloudwatch;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** {@code aws_cloudwatch_metric_alarm}, named by its name. Tags are one call each. */
public final class CloudwatchMetricAlarm implements ResourceType {

  /** What the API leaves unsaid. */
  private static final String DEFAULT_TREATMENT = "missing";

  @Override
  public String name() {
    return "aws_cloudwatch_metric_alarm";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(Alarms.DESCRIBE, Alarms.TAGS, TagIndex.ACTION));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, MetricAlarm> alarms = Alarms.in(batch.scope()).metric();
    return batch.each(
        recorded -> {
          MetricAlarm alarm = alarms.get(recorded.id());
          return alarm == null
              ? new Observation.Gone("it is not in the completed listing of " + Alarms.DESCRIBE)
              : observed(batch, alarm);
        });
  }

  private static Observation observed(Batch batch, MetricAlarm alarm) {
    String treatment = alarm.treatMissingData();
    Attributes attributes =
        batch
            .attributes()
            .from(alarm)
            .put("id", alarm.alarmName())
            .put("arn", alarm.alarmArn())
            .put("dimensions", dimensions(alarm.dimensions()))
            .put("evaluate_low_sample_count_percentiles", alarm.evaluateLowSampleCountPercentile())
            .put(
                "metric_query", alarm.metrics().stream().map(CloudwatchMetricAlarm::query).toList())
            .put("treat_missing_data", treatment == null ? DEFAULT_TREATMENT : treatment);
    return Alarms.tagged(attributes, batch.scope(), alarm.alarmArn()).found();
  }

  private static Value dimensions(List<Dimension> dimensions) {
    Map<String, Value> byName = new TreeMap<>();
    dimensions.forEach(each -> byName.put(each.name(), Shape.of(each.value())));
    return Value.of(byName);
  }

  private static Value query(MetricDataQuery query) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(query).entries());
    MetricStat stat = query.metricStat();
    block.put("metric", stat == null ? Value.none() : Value.of(List.of(metric(stat))));
    return Value.of(block);
  }

  private static Value metric(MetricStat stat) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(stat).entries());
    if (stat.metric() != null) {
      block.putAll(Shape.fields(stat.metric()).entries());
      block.put("dimensions", dimensions(stat.metric().dimensions()));
    }
    return Value.of(block);
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return Alarms.own(Alarms.in(scope).metric());
  }
}
