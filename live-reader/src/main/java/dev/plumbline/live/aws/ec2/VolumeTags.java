package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * The tags of an instance's volumes, which it shows volume by volume, or as one where the code
 * gives them so ({@code volume_tags}).
 *
 * @param together whether the code gives them as one
 * @param apart whether the state keeps a volume's own tags and all its tags, as newer providers do;
 *     these write the default tags among its own on some volumes and not on others, and only all of
 *     them tell something
 * @param defaults the provider's default tags, as the instance's own tags show them
 */
record VolumeTags(boolean together, boolean apart, Map<String, Value> defaults) {

  static VolumeTags of(RecordedResource instance) {
    Map<String, Value> defaults = new TreeMap<>(entries(instance.at("tags_all")));
    defaults.keySet().removeAll(entries(instance.at("tags")).keySet());
    return new VolumeTags(!instance.at("volume_tags").isEmpty(), apart(instance), defaults);
  }

  /** The members of a volume's block about its tags; none where they are given as one. */
  Map<String, Value> of(Volume volume) {
    if (together) {
      return Map.of();
    }
    return Map.of(apart ? "tags_all" : "tags", Value.of(all(volume)));
  }

  private static boolean apart(RecordedResource instance) {
    return Stream.of("root_block_device", "ebs_block_device")
        .flatMap(blocks -> instance.at(blocks).items().stream())
        .allMatch(block -> entries(block).containsKey("tags_all"));
  }

  /** The tags of all the volumes as one, where the code gives them so. */
  Value shared(RecordedResource instance, List<Volume> volumes) {
    if (!together) {
      return Value.none();
    }
    Map<String, Value> all = new TreeMap<>();
    volumes.forEach(volume -> all.putAll(all(volume)));
    Map<String, Value> own = withoutDefaults(all);
    entries(instance.at("volume_tags"))
        .keySet()
        .forEach(key -> own.putAll(all.containsKey(key) ? Map.of(key, all.get(key)) : Map.of()));
    return Value.of(own);
  }

  private Map<String, Value> withoutDefaults(Map<String, Value> tags) {
    Map<String, Value> own = new TreeMap<>(tags);
    own.entrySet().removeIf(tag -> tag.getValue().equals(defaults.get(tag.getKey())));
    return own;
  }

  private static Map<String, Value> all(Volume volume) {
    Map<String, Value> all = new TreeMap<>();
    volume.tags().stream()
        .filter(tag -> !tag.key().startsWith("aws:"))
        .forEach(tag -> all.put(tag.key(), Shape.of(tag.value())));
    return all;
  }

  private static Map<String, Value> entries(Value value) {
    return value instanceof Value.Mapping(var entries) ? entries : Map.of();
  }
}
