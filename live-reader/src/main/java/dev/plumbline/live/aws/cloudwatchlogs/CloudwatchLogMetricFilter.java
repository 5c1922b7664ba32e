package dev.plumbline.live.aws.cloudwatchlogs;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/** {@code aws_cloudwatch_log_metric_filter}, named by its name in a log group. */
public final class CloudwatchLogMetricFilter implements ResourceType {

  private static final Map<String, String> NAMES =
      Map.of("metric_name", "name", "metric_namespace", "namespace", "metric_value", "value");

  @Override
  public String name() {
    return "aws_cloudwatch_log_metric_filter";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LogFilters.METRIC));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_cloudwatch_log_group", "name", "log_group_name"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, MetricFilter> filters = LogFilters.metric(batch.scope());
    return batch.each(
        recorded -> {
          MetricFilter filter = filters.get(key(recorded));
          return filter == null
              ? new Observation.Gone("it is not in the completed listing of " + LogFilters.METRIC)
              : batch
                  .attributes()
                  .from(filter)
                  .put("id", filter.filterName())
                  .put("name", filter.filterName())
                  .put("pattern", filter.filterPattern())
                  .put(
                      "metric_transformation",
                      Shape.renamed(Shape.of(filter.metricTransformations()), NAMES))
                  .found();
        });
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return LogFilters.metric(scope).keySet().stream().sorted().toList();
  }

  @Override
  public List<String> importIds(RecordedResource filter) {
    return List.of(key(filter));
  }

  private static String key(RecordedResource filter) {
    return LogFilters.key(LogFilters.group(filter), filter.id());
  }
}
