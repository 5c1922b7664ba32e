package dev.plumbline.live.aws.cloudtrail;

import static dev.plumbline.engine.Meaning.NAME_OR_ARN;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * {@code aws_cloudtrail}, named by its ARN, by its name in states of before provider 5.24. One
 * listing for all trails and one call for the tags of twenty; whether a trail is logging, and its
 * selectors, are calls of their own.
 */
public final class Cloudtrail implements ResourceType {

  private static final String STATUS = "cloudtrail:GetTrailStatus";

  @Override
  public String name() {
    return "aws_cloudtrail";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(
        Set.of(Trails.DESCRIBE, Trails.TAGS, STATUS, Selectors.EVENTS, Selectors.INSIGHTS));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(NAME_OR_ARN, "sns_topic_name");
  }

  @Override
  public Set<String> creations() {
    return Set.of("CreateTrail");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    AwsScope scope = batch.scope();
    Map<String, Trail> trails = new HashMap<>();
    for (Trail trail : Trails.all(scope)) {
      trails.put(trail.trailARN(), trail);
      trails.putIfAbsent(trail.name(), trail);
    }
    List<String> arns =
        batch.ids().stream()
            .flatMap(id -> Optional.ofNullable(trails.get(id)).stream())
            .map(Trail::trailARN)
            .distinct()
            .toList();
    Map<String, List<Tag>> tags = Trails.tags(scope, arns);
    return batch.each(recorded -> observe(batch, recorded, trails.get(recorded.id()), tags));
  }

  private static Observation observe(
      Batch batch, RecordedResource recorded, @Nullable Trail trail, Map<String, List<Tag>> tags) {
    if (trail == null) {
      return new Observation.Gone("it is not in the completed listing of " + Trails.DESCRIBE);
    }
    AwsScope scope = batch.scope();
    Boolean logging =
        scope
            .call(STATUS, () -> Trails.client(scope).getTrailStatus(r -> r.name(trail.trailARN())))
            .isLogging();
    Attributes attributes =
        batch
            .attributes()
            .from(trail)
            .put("id", recorded.id())
            .put("arn", trail.trailARN())
            .put("cloud_watch_logs_group_arn", trail.cloudWatchLogsLogGroupArn())
            .put("enable_log_file_validation", trail.logFileValidationEnabled())
            .put("enable_logging", logging)
            .put("sns_topic_name", trail.snsTopicARN())
            .tags(tags.getOrDefault(trail.trailARN(), List.of()));
    return Selectors.put(attributes, scope, recorded, trail).found();
  }

  /** Trails of other regions and of an organization's other accounts are found where they live. */
  @Override
  public List<String> discover(AwsScope scope) {
    return Trails.all(scope).stream()
        .filter(trail -> scope.region().equals(trail.homeRegion()))
        .map(Trail::trailARN)
        .filter(arn -> arn.contains(":" + scope.account() + ":"))
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource trail) {
    return List.of(trail.id(), trail.at("arn").text());
  }
}
