package dev.plumbline.live.aws.cloudwatchlogs;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/**
 * {@code aws_cloudwatch_log_group}, named by its name. CloudWatch Logs finds log groups by a prefix
 * of the name alone; few are asked for so, many by the whole listing. Tags are one call each.
 */
public final class CloudwatchLogGroup implements ResourceType {

  private static final String GROUPS = "logs:DescribeLogGroups";
  private static final String TAGS = "logs:ListTagsForResource";

  /** The largest page. */
  private static final int PAGE = 50;

  /** From here on the listing, 50 a page, is likely to cost fewer calls. */
  private static final int LIST_FROM = 20;

  @Override
  public String name() {
    return "aws_cloudwatch_log_group";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GROUPS, TAGS, TagIndex.ACTION));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable("local to Terraform", "skip_destroy");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    if (!scope.discovering() && batch.resources().size() <= LIST_FROM) {
      Optional<Map<String, LogGroup>> few = onePage(scope, batch.ids());
      return batch.each(
          recorded ->
              observed(
                  batch,
                  few.map(groups -> Optional.ofNullable(groups.get(recorded.id())))
                      .orElseGet(() -> find(scope, recorded.id()))));
    }
    Map<String, LogGroup> groups = all(scope);
    return batch.each(recorded -> observed(batch, Optional.ofNullable(groups.get(recorded.id()))));
  }

  /**
   * What begins as all the names do, where that is no more than a page holds: often all of them in
   * one call. Empty where there are more, or where one call asks for one name anyway.
   */
  private static Optional<Map<String, LogGroup>> onePage(AwsScope scope, List<String> names) {
    if (names.size() < 2) {
      return Optional.empty();
    }
    String prefix = names.stream().reduce(CloudwatchLogGroup::common).orElse("");
    DescribeLogGroupsResponse page =
        scope.call(
            GROUPS,
            () ->
                client(scope)
                    .describeLogGroups(
                        r -> r.logGroupNamePrefix(prefix.isEmpty() ? null : prefix).limit(PAGE)));
    return page.nextToken() == null || page.nextToken().isEmpty()
        ? Optional.of(byName(page.logGroups()))
        : Optional.empty();
  }

  private static String common(String one, String other) {
    int end = 0;
    while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
      end++;
    }
    return one.substring(0, end);
  }

  private static Map<String, LogGroup> byName(List<LogGroup> groups) {
    return groups.stream()
        .collect(
            Collectors.toMap(LogGroup::logGroupName, Function.identity(), (first, _) -> first));
  }

  private static Optional<LogGroup> find(AwsScope scope, String name) {
    // The answer is sorted: where the group exists, it is the first of the first page.
    return scope.call(
        GROUPS,
        () ->
            client(scope)
                .describeLogGroupsPaginator(r -> r.logGroupNamePrefix(name))
                .logGroups()
                .stream()
                .filter(group -> group.logGroupName().equals(name))
                .findFirst());
  }

  private static Map<String, LogGroup> all(AwsScope scope) {
    return scope.shared(
        GROUPS,
        () ->
            scope.call(
                GROUPS,
                () ->
                    client(scope).describeLogGroupsPaginator().logGroups().stream()
                        .collect(
                            Collectors.toMap(
                                LogGroup::logGroupName,
                                Function.identity(),
                                (first, _) -> first))));
  }

  private static Observation observed(Batch batch, Optional<LogGroup> found) {
    if (found.isEmpty()) {
      return new Observation.Gone("it is not in the completed listing of " + GROUPS);
    }
    var group = found.get();
    String arn = arn(group.arn());
    Map<String, String> tags =
        batch
            .scope()
            .tags(
                arn,
                () ->
                    batch
                        .scope()
                        .call(
                            TAGS,
                            () ->
                                client(batch.scope()).listTagsForResource(r -> r.resourceArn(arn)))
                        .tags());
    return batch
        .attributes()
        .from(group)
        .put("id", group.logGroupName())
        .put("name", group.logGroupName())
        .put("arn", arn)
        .tags(tags)
        .found();
  }

  /** The listing adds the log streams, {@code :*}; the tags' calls and Terraform leave them out. */
  private static String arn(String listed) {
    return listed.endsWith(":*") ? listed.substring(0, listed.length() - 2) : listed;
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(all(scope).keySet());
  }

  private static CloudWatchLogsClient client(AwsScope scope) {
    return scope.client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
  }
}
