package dev.plumbline.live.aws.ecs;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.Failure;

/**
 * Every cluster that the scope's recorded clusters and capacity providers name, described once.
 *
 * @param byName those that exist
 * @param failures what ECS says of the others
 */
record EcsClusters(Map<String, Cluster> byName, List<Failure> failures) {

  static final String DESCRIBE = "ecs:DescribeClusters";

  /** DescribeClusters takes up to 100. */
  private static final int CHUNK = 100;

  private static final Set<String> MOVING = Set.of("PROVISIONING", "DEPROVISIONING");

  static EcsClusters of(AwsScope scope) {
    return scope.shared(
        DESCRIBE,
        () -> {
          Map<String, Cluster> byName = new HashMap<>();
          List<Failure> failures = new ArrayList<>();
          for (DescribeClustersResponse answer :
              scope.forAll(chunks(scope), chunk -> describe(scope, chunk))) {
            answer.clusters().forEach(each -> byName.put(each.clusterName(), each));
            failures.addAll(answer.failures());
          }
          return new EcsClusters(byName, failures);
        });
  }

  /** The cluster of that name or ARN as it is, or why there is none. */
  Observation observe(String nameOrArn, Function<Cluster, Observation> observed) {
    String name = EcsNames.last(nameOrArn);
    return Optional.ofNullable(byName.get(name))
        .map(cluster -> settled(cluster, observed))
        .orElseGet(() -> EcsNames.failed(DESCRIBE, name, failures));
  }

  /** A deleted cluster stays describable for a while, as INACTIVE. */
  private static Observation settled(Cluster cluster, Function<Cluster, Observation> observed) {
    if ("INACTIVE".equals(cluster.status())) {
      return new Observation.Gone(DESCRIBE + " says that the cluster is INACTIVE");
    }
    return MOVING.contains(cluster.status())
        ? EcsNames.moving(DESCRIBE, cluster.status())
        : observed.apply(cluster);
  }

  private static DescribeClustersResponse describe(AwsScope scope, List<String> clusters) {
    return scope.call(
        DESCRIBE,
        () ->
            client(scope)
                .describeClusters(
                    r ->
                        r.clusters(clusters)
                            .include(
                                ClusterField.SETTINGS,
                                ClusterField.CONFIGURATIONS,
                                ClusterField.TAGS)));
  }

  private static List<List<String>> chunks(AwsScope scope) {
    return names(scope).distinct().sorted().gather(Gatherers.windowFixed(CHUNK)).toList();
  }

  private static Stream<String> names(AwsScope scope) {
    return scope
        .recorded("aws_ecs_cluster", "aws_ecs_cluster_capacity_providers")
        .map(RecordedResource::id)
        .map(EcsNames::last);
  }

  static EcsClient client(AwsScope scope) {
    return scope.client(EcsClient.class, EcsClient::builder);
  }
}
