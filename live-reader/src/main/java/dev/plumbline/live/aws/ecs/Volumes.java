package dev.plumbline.live.aws.ecs;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecs.model.EBSTagSpecification;
import software.amazon.awssdk.services.ecs.model.ServiceManagedEBSVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.Tag;

/** A deployment's volumes as {@code volume_configuration}. */
final class Volumes {

  private static final Map<String, String> NAMES =
      Map.of("filesystem_type", "file_system_type", "size_in_gi_b", "size_in_gb");

  private Volumes() {}

  static Value of(List<ServiceVolumeConfiguration> volumes) {
    return Value.of(
        volumes.stream()
            .map(
                volume ->
                    Value.of(
                        Map.of(
                            "name", Shape.of(volume.name()),
                            "managed_ebs_volume", ebs(volume.managedEBSVolume()))))
            .toList());
  }

  private static Value ebs(ServiceManagedEBSVolumeConfiguration volume) {
    if (volume == null) {
      return Value.none();
    }
    Map<String, Value> block = new TreeMap<>();
    Shape.fields(volume)
        .entries()
        .forEach((name, value) -> block.put(NAMES.getOrDefault(name, name), value));
    block.put(
        "tag_specifications",
        Value.of(volume.tagSpecifications().stream().map(Volumes::tags).toList()));
    return Value.of(block);
  }

  private static Value tags(EBSTagSpecification specification) {
    Map<String, Value> block = new TreeMap<>(Shape.fields(specification).entries());
    Map<String, Value> tags = new TreeMap<>();
    for (Tag tag : specification.tags()) {
      tags.put(tag.key(), Shape.of(tag.value()));
    }
    block.put("tags", Value.of(tags));
    return Value.of(block);
  }
}
