package dev.plumbline.live.aws.eventbridge;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.eventbridge.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.eventbridge.model.BatchParameters;
import software.amazon.awssdk.services.eventbridge.model.EcsParameters;
import software.amazon.awssdk.services.eventbridge.model.NetworkConfiguration;
import software.amazon.awssdk.services.eventbridge.model.RunCommandParameters;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What a target needs to know of the kind of thing it is, one block for each kind. */
final class TargetBlocks {

  /** What the blocks' members are called otherwise. */
  private static final Map<String, String> NAMES =
      Map.of(
          "graph_ql_operation", "graphql_operation",
          "input_paths_map", "input_paths",
          "secret_manager_arn", "secrets_manager_arn",
          "placement_constraints", "placement_constraint",
          "placement_strategy", "ordered_placement_strategy");

  private TargetBlocks() {}

  /** Puts every block; one that the target lacks is observed as unset. */
  static Attributes put(Attributes attributes, Target target) {
    return attributes
        .put("appsync_target", block(target.appSyncParameters()))
        .put("batch_target", batch(target.batchParameters()))
        .put("ecs_target", ecs(target.ecsParameters()))
        .put("http_target", block(target.httpParameters()))
        .put("input_transformer", block(target.inputTransformer()))
        .put("kinesis_target", block(target.kinesisParameters()))
        .put("redshift_target", block(target.redshiftDataParameters()))
        .put("run_command_targets", commands(target.runCommandParameters()))
        .put("sagemaker_pipeline_target", block(target.sageMakerPipelineParameters()))
        .put("sqs_target", block(target.sqsParameters()));
  }

  private static Value block(@Nullable SdkPojo parameters) {
    return Shape.renamed(Shape.of(parameters), NAMES);
  }

  private static List<?> commands(@Nullable RunCommandParameters parameters) {
    return parameters == null ? List.of() : parameters.runCommandTargets();
  }

  private static Value batch(@Nullable BatchParameters parameters) {
    if (parameters == null) {
      return Value.none();
    }
    Value answer = Shape.of(parameters);
    return with(
        answer,
        Map.of(
            "array_size", answer.at("array_properties").at("size"),
            "job_attempts", answer.at("retry_strategy").at("attempts")));
  }

  private static Value ecs(@Nullable EcsParameters parameters) {
    if (parameters == null) {
      return Value.none();
    }
    Map<String, Value> tags = new TreeMap<>();
    parameters.tags().forEach(tag -> tags.put(tag.key(), Value.of(tag.value())));
    tags.keySet().removeIf(key -> key.startsWith("aws:"));
    return with(
        block(parameters),
        Map.of(
            "tags", Value.of(tags),
            "network_configuration", network(parameters.networkConfiguration())));
  }

  private static Value network(@Nullable NetworkConfiguration network) {
    AwsVpcConfiguration vpc = network == null ? null : network.awsvpcConfiguration();
    return vpc == null
        ? Value.none()
        : with(
            Shape.of(vpc),
            Map.of("assign_public_ip", Value.of("ENABLED".equals(vpc.assignPublicIpAsString()))));
  }

  private static Value with(Value block, Map<String, Value> members) {
    Map<String, Value> all = new TreeMap<>(members);
    if (block instanceof Value.Mapping(var entries)) {
      entries.forEach(all::putIfAbsent);
    }
    return Value.of(all);
  }
}
