package dev.plumbline.live.aws.ecs;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;

/**
 * {@code aws_ecs_cluster}, named by its ARN, imported by its name. A deleted cluster stays
 * describable for a while, as INACTIVE.
 */
public final class EcsCluster implements ResourceType {

  static final String DESCRIBE = "ecs:DescribeClusters";
  static final String LIST = "ecs:ListClusters";

  /** DescribeClusters takes up to 100. */
  private static final int CHUNK = 100;

  private static final Set<String> MOVING = Set.of("PROVISIONING", "DEPROVISIONING");

  private static final Map<String, String> NAMES =
      Map.of("s3_encryption_enabled", "s3_bucket_encryption_enabled");

  @Override
  public String name() {
    return "aws_ecs_cluster";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, LIST));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.inChunks(CHUNK, _ -> "", clusters -> observe(batch, clusters));
  }

  private static List<Observation> observe(Batch batch, List<RecordedResource> clusters) {
    DescribeClustersResponse answer =
        batch
            .scope()
            .call(
                DESCRIBE,
                () ->
                    client(batch.scope())
                        .describeClusters(
                            r ->
                                r.clusters(clusters.stream().map(RecordedResource::id).toList())
                                    .include(
                                        ClusterField.SETTINGS,
                                        ClusterField.CONFIGURATIONS,
                                        ClusterField.TAGS)));
    return clusters.stream().map(cluster -> observed(batch, cluster.id(), answer)).toList();
  }

  private static Observation observed(Batch batch, String arn, DescribeClustersResponse answer) {
    String name = EcsNames.last(arn);
    return answer.clusters().stream()
        .filter(cluster -> cluster.clusterName().equals(name))
        .findFirst()
        .map(cluster -> observed(batch, cluster))
        .orElseGet(() -> EcsNames.failed(DESCRIBE, name, answer.failures()));
  }

  private static Observation observed(Batch batch, Cluster cluster) {
    if ("INACTIVE".equals(cluster.status())) {
      return new Observation.Gone(DESCRIBE + " says that the cluster is INACTIVE");
    }
    if (MOVING.contains(cluster.status())) {
      return EcsNames.moving(DESCRIBE, cluster.status());
    }
    return batch
        .attributes()
        .put("id", cluster.clusterArn())
        .put("arn", cluster.clusterArn())
        .put("name", cluster.clusterName())
        .put("setting", cluster.settings())
        .put("service_connect_defaults", cluster.serviceConnectDefaults())
        .put("configuration", Shape.renamed(Shape.of(cluster.configuration()), NAMES))
        .tags(cluster.tags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return arns(scope).stream().map(EcsNames::last).toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(EcsNames.last(resource.id()));
  }

  /** The account's clusters, which services are discovered by as well. */
  static List<String> arns(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            scope.call(
                LIST, () -> client(scope).listClustersPaginator().clusterArns().stream().toList()));
  }

  static EcsClient client(AwsScope scope) {
    return scope.client(EcsClient.class, EcsClient::builder);
  }
}
