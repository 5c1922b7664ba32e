package dev.plumbline.live.aws.ecs;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ecs.model.Cluster;

/**
 * {@code aws_ecs_cluster_capacity_providers}, named by its cluster and answered with it. It is
 * there as long as the cluster is, if only with nothing in it.
 */
public final class EcsClusterCapacityProviders implements ResourceType {

  @Override
  public String name() {
    return "aws_ecs_cluster_capacity_providers";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(EcsClusters.DESCRIBE));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_ecs_cluster", "name", "cluster_name"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    EcsClusters clusters = EcsClusters.of(batch.scope());
    return batch.each(
        recorded -> clusters.observe(recorded.id(), cluster -> observed(batch, cluster)));
  }

  private static Observation observed(Batch batch, Cluster cluster) {
    return batch.attributes().from(cluster).put("id", cluster.clusterName()).found();
  }
}
