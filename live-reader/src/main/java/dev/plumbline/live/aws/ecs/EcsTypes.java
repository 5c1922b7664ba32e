package dev.plumbline.live.aws.ecs;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of ECS, with what makes each reader. */
public final class EcsTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_ecs_cluster", EcsCluster::new),
          Map.entry("aws_ecs_cluster_capacity_providers", EcsClusterCapacityProviders::new),
          Map.entry("aws_ecs_service", EcsService::new),
          Map.entry("aws_ecs_task_definition", EcsTaskDefinition::new));

  private EcsTypes() {}
}
