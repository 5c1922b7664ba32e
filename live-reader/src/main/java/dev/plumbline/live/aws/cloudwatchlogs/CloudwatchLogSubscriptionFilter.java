package dev.plumbline.live.aws.cloudwatchlogs;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/**
 * {@code aws_cloudwatch_log_subscription_filter}, named by its name in a log group; its id tells
 * neither. One listing a group.
 */
public final class CloudwatchLogSubscriptionFilter implements ResourceType {

  @Override
  public String name() {
    return "aws_cloudwatch_log_subscription_filter";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LogFilters.SUBSCRIPTION));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_cloudwatch_log_group", "name", "log_group_name"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    String group = LogFilters.group(recorded);
    Optional<Map<String, SubscriptionFilter>> filters =
        LogFilters.subscription(batch.scope(), group);
    if (filters.isEmpty()) {
      return new Observation.Gone(
          LogFilters.SUBSCRIPTION + " says that the log group does not exist");
    }
    SubscriptionFilter filter = filters.get().get(recorded.at("name").text());
    return filter == null
        ? new Observation.Gone("it is not in the completed listing of " + LogFilters.SUBSCRIPTION)
        : batch
            .attributes()
            .from(filter)
            .put("id", recorded.id())
            .put("name", filter.filterName())
            .found();
  }

  /** Those of groups that have a recorded one: there is no listing of several groups'. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<String> groups = scope.recorded(name()).map(LogFilters::group).distinct().toList();
    return scope
        .forAll(
            groups,
            group ->
                LogFilters.subscription(scope, group).orElse(Map.of()).keySet().stream()
                    .sorted()
                    .map(name -> importId(group, name))
                    .toList())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource filter) {
    return List.of(importId(LogFilters.group(filter), filter.at("name").text()));
  }

  private static String importId(String group, String name) {
    return group + "|" + name;
  }
}
