package dev.plumbline.live.aws.applicationautoscaling;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/**
 * {@code aws_appautoscaling_target}, named by what scales and in which dimension. One listing a
 * namespace; tags are answered one target a call, and asked for only where the provider's version
 * knows them.
 */
public final class AppautoscalingTarget implements ResourceType {

  private static final String NAME = "aws_appautoscaling_target";
  private static final String LIST = "application-autoscaling:DescribeScalableTargets";
  private static final String TAGS = "application-autoscaling:ListTagsForResource";

  /** DescribeScalableTargets takes up to 50, and answers as many a page. */
  private static final int CHUNK = 50;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST, TAGS));
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("resourceId", "resource_id");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, ScalableTarget> targets = targets(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(targets.get(Scaling.key(recorded)))
                .filter(target -> target.resourceId().equals(recorded.id()))
                .map(target -> observed(batch, recorded, target))
                .orElseGet(
                    () -> new Observation.Gone("it is not in the completed listing of " + LIST)));
  }

  private static Observation observed(
      Batch batch, RecordedResource recorded, ScalableTarget target) {
    Attributes attributes =
        batch
            .attributes()
            .from(target)
            .put("id", target.resourceId())
            .put("arn", target.scalableTargetARN());
    if (recorded.attributes().entries().containsKey("tags_all")
        && target.scalableTargetARN() != null) {
      attributes.tags(tags(batch.scope(), target.scalableTargetARN()));
    }
    return attributes.found();
  }

  private static Map<String, String> tags(AwsScope scope, String arn) {
    return scope.call(
        TAGS, () -> Scaling.client(scope).listTagsForResource(r -> r.resourceARN(arn)).tags());
  }

  private static Map<String, ScalableTarget> targets(AwsScope scope) {
    return scope.shared(
        LIST,
        () -> {
          Map<String, ScalableTarget> byKey = new LinkedHashMap<>();
          Scaling.list(
                  scope,
                  NAME,
                  "resource_id",
                  CHUNK,
                  (namespace, ids) -> scope.call(LIST, () -> list(scope, namespace, ids)))
              .forEach(each -> byKey.put(key(each), each));
          return byKey;
        });
  }

  private static List<ScalableTarget> list(AwsScope scope, String namespace, List<String> ids) {
    return Scaling.client(scope)
        .describeScalableTargetsPaginator(
            r -> {
              r.serviceNamespace(namespace).maxResults(CHUNK);
              if (!ids.isEmpty()) {
                r.resourceIds(ids);
              }
            })
        .scalableTargets()
        .stream()
        .toList();
  }

  private static String key(ScalableTarget target) {
    return Scaling.key(
        target.serviceNamespaceAsString(), target.resourceId(), target.scalableDimensionAsString());
  }

  /** Those of the services that a recorded target is of, whose listing is made anyway. */
  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(targets(scope).keySet());
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(Scaling.key(resource));
  }
}
