package dev.plumbline.live.aws.ecs;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.live.aws.applicationautoscaling.ScalableTargets;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.Service;

/** What autoscaling and deployers are expected to move in a service. */
final class ServiceMotion {

  private ServiceMotion() {}

  static Attributes told(
      Attributes attributes, AwsScope scope, RecordedResource recorded, Service service) {
    Value count = recorded.at("desired_count");
    if (!count.isEmpty() && !count.equals(Shape.of(service.desiredCount()))) {
      String cluster = EcsNames.last(String.valueOf(service.clusterArn()));
      String resource = "service/%s/%s".formatted(cluster, service.serviceName());
      ScalableTargets.moving(scope, "ecs", resource, "ecs:service:DesiredCount")
          .ifPresent(why -> attributes.moving("desired_count", why));
    }
    if (deployedBy(service, DeploymentControllerType.CODE_DEPLOY)) {
      moving(attributes, "CodeDeploy");
    } else if (deployedBy(service, DeploymentControllerType.EXTERNAL)) {
      moving(attributes, "its external deployment controller");
    }
    return attributes;
  }

  private static void moving(Attributes attributes, String deployer) {
    attributes
        .moving("task_definition", "is moved by " + deployer)
        .moving("load_balancer", "is moved by " + deployer);
  }

  private static boolean deployedBy(Service service, DeploymentControllerType type) {
    return service.deploymentController() != null && service.deploymentController().type() == type;
  }
}
