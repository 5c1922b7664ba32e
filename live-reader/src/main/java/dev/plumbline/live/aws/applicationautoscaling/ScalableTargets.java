package dev.plumbline.live.aws.applicationautoscaling;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/**
 * Which capacities Application Auto Scaling moves. A target that the same state holds is known
 * without a call; else the account is asked, once a service namespace.
 */
public final class ScalableTargets {

  /** The IAM action of asking the account. */
  public static final String DESCRIBE = "application-autoscaling:DescribeScalableTargets";

  private ScalableTargets() {}

  /**
   * What moves a dimension of a resource, as {@code Attributes.moving} wants it said; empty where
   * no target stands for it. Ask only where the dimension differs: the answer may cost a call.
   *
   * @param namespace such as {@code ecs}
   * @param resource such as {@code service/cluster/name}
   * @param dimension such as {@code ecs:service:DesiredCount}
   * @throws dev.plumbline.live.aws.ReadFailure where the account did not answer
   */
  public static Optional<String> moving(
      AwsScope scope, String namespace, String resource, String dimension) {
    return scope
        .recorded("aws_appautoscaling_target")
        .filter(each -> names(each, resource, dimension))
        .findFirst()
        .map(each -> "is moved by autoscaling, by " + each.address())
        .or(
            () ->
                inAccount(scope, namespace).stream()
                    .filter(each -> each.resourceId().equals(resource))
                    .filter(each -> each.scalableDimensionAsString().equals(dimension))
                    .findFirst()
                    .map(
                        each ->
                            "is moved by autoscaling, between %s and %s"
                                .formatted(each.minCapacity(), each.maxCapacity())));
  }

  private static boolean names(RecordedResource target, String resource, String dimension) {
    return target.at("resource_id").text().equals(resource)
        && target.at("scalable_dimension").text().equals(dimension);
  }

  private static List<ScalableTarget> inAccount(AwsScope scope, String namespace) {
    return scope.shared(
        DESCRIBE + "/" + namespace,
        () ->
            scope.call(
                DESCRIBE,
                () ->
                    client(scope)
                        .describeScalableTargetsPaginator(
                            r -> r.serviceNamespace(namespace).maxResults(50))
                        .scalableTargets()
                        .stream()
                        .toList()));
  }

  private static ApplicationAutoScalingClient client(AwsScope scope) {
    return scope.client(ApplicationAutoScalingClient.class, ApplicationAutoScalingClient::builder);
  }
}
