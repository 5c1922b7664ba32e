package dev.plumbline.live.aws.ecs;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.ProxyConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.Volume;

/** ECS's answer about one revision under the names of {@code aws_ecs_task_definition}. */
final class TaskDefinitionAttributes {

  private static final Map<String, String> NAMES = Map.of("size_in_gi_b", "size_in_gib");

  private TaskDefinitionAttributes() {}

  static Attributes of(
      Attributes attributes, RecordedResource recorded, TaskDefinition definition) {
    String arn = definition.taskDefinitionArn();
    return attributes
        .fromAllBut(definition, "container_definitions")
        .put("id", definition.family())
        .put("arn", arn)
        .put("arn_without_revision", arn.substring(0, arn.lastIndexOf(':')))
        .put("container_definitions", containers(recorded, definition))
        .put("ephemeral_storage", Shape.renamed(Shape.of(definition.ephemeralStorage()), NAMES))
        .put("inference_accelerator", definition.inferenceAccelerators())
        .put("proxy_configuration", proxy(definition.proxyConfiguration()))
        .put(
            "volume", definition.volumes().stream().map(TaskDefinitionAttributes::volume).toList());
  }

  /** As recorded where the containers mean the same. */
  private static Value containers(RecordedResource recorded, TaskDefinition definition) {
    boolean ownAddress = definition.networkMode() == NetworkMode.AWSVPC;
    String answer = ContainerDefinitions.text(definition.containerDefinitions());
    String known = recorded.at("container_definitions").text();
    return Value.of(ContainerDefinitions.same(known, answer, ownAddress) ? known : answer);
  }

  private static Value proxy(@Nullable ProxyConfiguration proxy) {
    if (proxy == null) {
      return Value.none();
    }
    Map<String, Value> properties = new TreeMap<>();
    proxy.properties().forEach(each -> properties.put(each.name(), Shape.of(each.value())));
    return Value.of(
        Map.of(
            "container_name", Shape.of(proxy.containerName()),
            "type", Shape.of(proxy.typeAsString()),
            "properties", Value.of(properties)));
  }

  private static Value volume(Volume volume) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(volume).entries());
    block.put("configure_at_launch", Value.of(Boolean.TRUE.equals(volume.configuredAtLaunch())));
    block.put("host_path", Shape.of(volume.host() == null ? null : volume.host().sourcePath()));
    return Value.of(block);
  }
}
