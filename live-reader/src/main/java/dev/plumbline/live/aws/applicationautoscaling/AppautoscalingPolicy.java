package dev.plumbline.live.aws.applicationautoscaling;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/**
 * {@code aws_appautoscaling_policy}, named by its name on its target, imported as both. One listing
 * a namespace.
 */
public final class AppautoscalingPolicy implements ResourceType {

  private static final String NAME = "aws_appautoscaling_policy";
  private static final String LIST = "application-autoscaling:DescribeScalingPolicies";

  /** DescribeScalingPolicies answers up to 10 a page. */
  private static final int CHUNK = 10;

  private static final Map<String, String> STEPS = Map.of("step_adjustments", "step_adjustment");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(Meaning.UNORDERED, "alarm_arns");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("resourceId", "resource_id");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, ScalingPolicy> policies = policies(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(policies.get(importId(recorded)))
                .map(policy -> observed(batch, policy))
                .orElseGet(
                    () -> new Observation.Gone("it is not in the completed listing of " + LIST)));
  }

  private static Observation observed(Batch batch, ScalingPolicy policy) {
    return batch
        .attributes()
        .from(policy)
        .put("id", policy.policyName())
        .put("name", policy.policyName())
        .put("arn", policy.policyARN())
        .put("alarm_arns", policy.alarms().stream().map(Alarm::alarmARN).toList())
        .put(
            "step_scaling_policy_configuration",
            Shape.renamed(Shape.of(policy.stepScalingPolicyConfiguration()), STEPS))
        .found();
  }

  private static Map<String, ScalingPolicy> policies(AwsScope scope) {
    return scope.shared(
        LIST,
        () -> {
          Map<String, ScalingPolicy> byImportId = new LinkedHashMap<>();
          Scaling.list(
                  scope,
                  NAME,
                  "name",
                  CHUNK,
                  (namespace, names) -> scope.call(LIST, () -> list(scope, namespace, names)))
              .forEach(each -> byImportId.put(importId(each), each));
          return byImportId;
        });
  }

  private static List<ScalingPolicy> list(AwsScope scope, String namespace, List<String> names) {
    return Scaling.client(scope)
        .describeScalingPoliciesPaginator(
            r -> {
              r.serviceNamespace(namespace).maxResults(CHUNK);
              if (!names.isEmpty()) {
                r.policyNames(names);
              }
            })
        .scalingPolicies()
        .stream()
        .toList();
  }

  private static String importId(ScalingPolicy policy) {
    String target =
        Scaling.key(
            policy.serviceNamespaceAsString(),
            policy.resourceId(),
            policy.scalableDimensionAsString());
    return target + "/" + policy.policyName();
  }

  private static String importId(RecordedResource recorded) {
    return Scaling.key(recorded) + "/" + recorded.at("name").text();
  }

  /** Those of the services that a recorded policy is of, whose listing is made anyway. */
  @Override
  public List<String> discover(AwsScope scope) {
    return List.copyOf(policies(scope).keySet());
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(importId(resource));
  }
}
