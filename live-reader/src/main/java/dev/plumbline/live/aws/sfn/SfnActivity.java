package dev.plumbline.live.aws.sfn;

import static dev.plumbline.engine.Meaning.INSTANT;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.TagIndex;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ActivityListItem;

/**
 * {@code aws_sfn_activity}, named by its ARN. Two calls each: the listing lacks encryption and
 * tags.
 */
public final class SfnActivity implements ResourceType {

  static final String TAGS = "states:ListTagsForResource";

  private static final String DESCRIBE = "states:DescribeActivity";
  private static final String LIST = "states:ListActivities";
  private static final int PAGE = 1_000;

  private static final Set<String> NOT_FOUND = Set.of("ActivityDoesNotExist");

  @Override
  public String name() {
    return "aws_sfn_activity";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, TAGS, TagIndex.ACTION, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(INSTANT, "creation_date");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            DESCRIBE,
            NOT_FOUND,
            () -> client(scope).describeActivity(r -> r.activityArn(recorded.id())))
        .<Observation>map(
            activity ->
                batch
                    .attributes()
                    .from(activity)
                    .put("id", activity.activityArn())
                    .put("arn", activity.activityArn())
                    .tags(tags(scope, activity.activityArn()))
                    .found())
        .orElseGet(() -> new Observation.Gone(DESCRIBE + " says that it does not exist"));
  }

  static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.tagList(
        arn,
        () ->
            scope.call(
                TAGS, () -> client(scope).listTagsForResource(r -> r.resourceArn(arn)).tags()));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            client(scope).listActivitiesPaginator(r -> r.maxResults(PAGE)).activities().stream()
                .map(ActivityListItem::activityArn)
                .toList());
  }

  static SfnClient client(AwsScope scope) {
    return scope.client(SfnClient.class, SfnClient::builder);
  }
}
