package dev.plumbline.live.aws.scheduler;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.scheduler.model.AssignPublicIp;
import software.amazon.awssdk.services.scheduler.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.scheduler.model.EcsParameters;
import software.amazon.awssdk.services.scheduler.model.NetworkConfiguration;
import software.amazon.awssdk.services.scheduler.model.Target;

/** A schedule's target as its {@code target} block. */
final class TargetBlock {

  private static final Map<String, String> NAMES =
      Map.of(
          "event_bridge_parameters", "eventbridge_parameters",
          "sage_maker_pipeline_parameters", "sagemaker_pipeline_parameters",
          "pipeline_parameter_list", "pipeline_parameter");

  private TargetBlock() {}

  static Value of(Target target) {
    Map<String, Value> block =
        new TreeMap<>(
            Shape.renamed(Shape.of(target), NAMES) instanceof Value.Mapping(var members)
                ? members
                : Map.of());
    if (target.ecsParameters() != null) {
      block.put("ecs_parameters", task(target.ecsParameters()));
    }
    return Value.of(block);
  }

  private static Value task(EcsParameters task) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(task).entries());
    block.put("network_configuration", network(task.networkConfiguration()));
    block.put("tags", tags(task.tags()));
    return Value.of(block);
  }

  /** Terraform leaves out the level that says it is a VPC's. */
  private static Value network(NetworkConfiguration configuration) {
    if (configuration == null || configuration.awsvpcConfiguration() == null) {
      return Value.none();
    }
    AwsVpcConfiguration vpc = configuration.awsvpcConfiguration();
    Map<String, Value> block = new TreeMap<>(Shape.fields(vpc).entries());
    block.put("assign_public_ip", Value.of(vpc.assignPublicIp() == AssignPublicIp.ENABLED));
    return Value.of(block);
  }

  /** The API has a map for each tag, with a key and a value in it. */
  private static Value tags(List<Map<String, String>> tags) {
    Map<String, Value> all = new TreeMap<>();
    tags.stream()
        .filter(tag -> tag.containsKey("key"))
        .forEach(tag -> all.put(tag.get("key"), Value.of(tag.getOrDefault("value", ""))));
    return Value.of(all);
  }
}
