package dev.plumbline.live.aws.ecs;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;
import software.amazon.awssdk.services.ecs.model.Service;

/** ECS's answer about one service under the names of {@code aws_ecs_service}. */
final class ServiceAttributes {

  private ServiceAttributes() {}

  static Attributes of(Attributes attributes, RecordedResource recorded, Service service) {
    attributes
        .fromAllBut(
            service,
            "capacity_provider_strategy",
            "desired_count",
            "deployment_controller",
            "load_balancer",
            "task_definition")
        .put("id", service.serviceArn())
        .put("name", service.serviceName())
        .put("cluster", service.clusterArn())
        .put("iam_role", role(recorded, service))
        .put("network_configuration", network(service.networkConfiguration()))
        .put("load_balancer", service.loadBalancers().stream().map(ServiceAttributes::of).toList())
        .put("ordered_placement_strategy", service.placementStrategy())
        .put("deployment_controller", controller(service))
        .tags(service.tags());
    if (strategyTold(recorded, service)) {
      attributes.put("capacity_provider_strategy", service.capacityProviderStrategy());
    }
    // With an EXTERNAL deployment controller its task sets hold the definition.
    if (service.taskDefinition() != null) {
      attributes.put("task_definition", service.taskDefinition());
    }
    // A daemon's count follows the number of instances.
    if (service.schedulingStrategy() != SchedulingStrategy.DAEMON) {
      attributes.put("desired_count", service.desiredCount());
    }
    if (service.deploymentConfiguration() != null) {
      deployments(attributes, service.deploymentConfiguration());
    }
    primary(service).ifPresent(deployment -> deployed(attributes, recorded, deployment));
    return attributes;
  }

  /**
   * A service has a strategy or a launch type. Where it still has the launch type that was recorded
   * beside a strategy, ECS never took that strategy: it is Terraform's echo of the configuration.
   */
  private static boolean strategyTold(RecordedResource recorded, Service service) {
    String launchType = recorded.at("launch_type").text();
    return !service.capacityProviderStrategy().isEmpty()
        || launchType.isEmpty()
        || !launchType.equals(service.launchTypeAsString());
  }

  private static void deployments(Attributes attributes, DeploymentConfiguration configuration) {
    attributes
        .put("deployment_maximum_percent", configuration.maximumPercent())
        .put("deployment_minimum_healthy_percent", configuration.minimumHealthyPercent())
        .put("deployment_circuit_breaker", configuration.deploymentCircuitBreaker())
        .put("alarms", configuration.alarms());
  }

  /** What ECS answers for the deployment and not for the service. */
  private static void deployed(
      Attributes attributes, RecordedResource recorded, Deployment deployment) {
    // Left out is not switched off, which is answered as such; the provider keeps what it has, too.
    if (deployment.serviceConnectConfiguration() != null) {
      attributes.put(
          "service_connect_configuration",
          ServiceConnect.of(
              deployment.serviceConnectConfiguration(),
              recorded.at("service_connect_configuration")));
    }
    if (!deployment.volumeConfigurations().isEmpty()) {
      attributes.put("volume_configuration", Volumes.of(deployment.volumeConfigurations()));
    }
    attributes.put("vpc_lattice_configurations", deployment.vpcLatticeConfigurations());
  }

  private static Optional<Deployment> primary(Service service) {
    return service.deployments().stream()
        .filter(deployment -> "PRIMARY".equals(deployment.status()))
        .findFirst();
  }

  /** As it was recorded: the ARN, or the name with its path. */
  private static Value role(RecordedResource recorded, Service service) {
    String arn = service.roleArn();
    if (arn == null || recorded.at("iam_role").text().startsWith("arn:")) {
      return Shape.of(arn);
    }
    String name = arn.substring(arn.indexOf('/') + 1);
    return Value.of(name.contains("/") ? "/" + name : name);
  }

  private static Value network(NetworkConfiguration network) {
    if (network == null || network.awsvpcConfiguration() == null) {
      return Value.none();
    }
    Map<String, Value> block = new TreeMap<>(Shape.fields(network.awsvpcConfiguration()).entries());
    block.put(
        "assign_public_ip",
        Value.of("ENABLED".equals(network.awsvpcConfiguration().assignPublicIpAsString())));
    return Value.of(block);
  }

  private static Value of(LoadBalancer balancer) {
    return Shape.renamed(Shape.of(balancer), Map.of("load_balancer_name", "elb_name"));
  }

  private static Value controller(Service service) {
    return service.deploymentController() == null
        ? Value.of(Map.of("type", Value.of("ECS")))
        : Shape.of(service.deploymentController());
  }
}
