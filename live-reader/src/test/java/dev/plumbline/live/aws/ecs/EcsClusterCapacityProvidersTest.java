package dev.plumbline.live.aws.ecs;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;

final class EcsClusterCapacityProvidersTest {

  private final FakeEcs ecs = new FakeEcs();

  @Test
  void reads_what_the_cluster_runs_on() {
    ecs.clusters.add(
        cluster()
            .capacityProviders("FARGATE", "FARGATE_SPOT")
            .defaultCapacityProviderStrategy(
                s -> s.capacityProvider("FARGATE").base(1).weight(50)));

    Value.Mapping attributes = found(observe());

    assertComplete("aws_ecs_cluster_capacity_providers", attributes);
    assertThat(attributes.at("cluster_name")).isEqualTo(Value.of("farm"));
    assertThat(attributes.at("capacity_providers"))
        .isEqualTo(Value.of(List.of(Value.of("FARGATE"), Value.of("FARGATE_SPOT"))));
    assertThat(attributes.at("default_capacity_provider_strategy").items().getFirst().at("weight"))
        .isEqualTo(Value.of(50));
  }

  @Test
  void a_cluster_without_any_is_still_there() {
    ecs.clusters.add(cluster());

    assertThat(found(observe()).at("capacity_providers").isEmpty()).isTrue();
  }

  @Test
  void a_missing_or_inactive_cluster_has_none() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);

    ecs.clusters.add(cluster().status("INACTIVE"));
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ecs.failure = "AccessDeniedException";

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private static Cluster.Builder cluster() {
    return Cluster.builder()
        .clusterArn(FakeEcs.clusterArn("farm"))
        .clusterName("farm")
        .status("ACTIVE");
  }

  private Observation observe() {
    return FakeScope.observe(
            new EcsClusterCapacityProviders(),
            Map.of(EcsClient.class, ecs),
            recorded(
                "aws_ecs_cluster_capacity_providers",
                Map.of("id", Value.of("farm"), "cluster_name", Value.of("farm"))))
        .getFirst();
  }
}
