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
import software.amazon.awssdk.services.ecs.model.Cluster;

/** {@code aws_ecs_cluster}, named by its ARN, imported by its name. */
public final class EcsCluster implements ResourceType {

  static final String LIST = "ecs:ListClusters";

  private static final Map<String, String> NAMES =
      Map.of("s3_encryption_enabled", "s3_bucket_encryption_enabled");

  @Override
  public String name() {
    return "aws_ecs_cluster";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(EcsClusters.DESCRIBE, LIST));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    EcsClusters clusters = EcsClusters.of(batch.scope());
    return batch.each(
        recorded -> clusters.observe(recorded.id(), cluster -> observed(batch, cluster)));
  }

  private static Observation observed(Batch batch, Cluster cluster) {
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
                LIST,
                () ->
                    EcsClusters.client(scope).listClustersPaginator().clusterArns().stream()
                        .toList()));
  }
}
