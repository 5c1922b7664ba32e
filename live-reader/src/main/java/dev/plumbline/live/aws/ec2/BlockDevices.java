package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * An instance's volumes as the blocks of {@code aws_instance}. What an {@code
 * aws_volume_attachment} of the same state attaches is shown once a refresh has seen it, not in a
 * state that is as apply left it; that it is attached at all is judged there.
 *
 * @param values under Terraform's names
 */
record BlockDevices(Map<String, Value> values) {

  static BlockDevices of(AwsScope scope, RecordedResource recorded, Instance instance) {
    Map<String, Volume> volumes = VolumeListing.of(scope);
    Attached attached = Attached.of(scope, recorded);
    VolumeTags tags = VolumeTags.of(recorded);
    List<Value> ebs = new ArrayList<>();
    Value root = Value.none();
    for (InstanceBlockDeviceMapping device : instance.blockDeviceMappings()) {
      Optional<Volume> volume =
          Optional.ofNullable(device.ebs()).map(each -> volumes.get(each.volumeId()));
      if (volume.isEmpty() || attached.isOmitted(volume.get().volumeId())) {
        continue;
      }
      boolean isRoot = Objects.equals(device.deviceName(), instance.rootDeviceName());
      Value block = BlockDevice.of(device, volume.get(), tags, isRoot);
      if (isRoot) {
        root = block;
      } else {
        ebs.add(block);
      }
    }
    ebs.addAll(attached.missing(ebs));
    return shown(recorded, root, ebs, tags.shared(recorded, ofInstance(instance, volumes)));
  }

  private static BlockDevices shown(
      RecordedResource recorded, Value root, List<Value> ebs, Value volumeTags) {
    Map<String, Value> values = new TreeMap<>();
    values.put("root_block_device", root);
    values.put(
        "ebs_block_device",
        ebs.isEmpty() && isWrittenAsEbs(recorded, root) ? Value.of(List.of(root)) : Value.of(ebs));
    values.put("volume_tags", volumeTags);
    return new BlockDevices(values);
  }

  /** The provider shows an only, root volume in the block in which the code gives it. */
  private static boolean isWrittenAsEbs(RecordedResource recorded, Value root) {
    return !root.isEmpty()
        && recorded.at("ebs_block_device").items().stream()
            .anyMatch(block -> block.at("device_name").equals(root.at("device_name")));
  }

  private static List<Volume> ofInstance(Instance instance, Map<String, Volume> volumes) {
    return instance.blockDeviceMappings().stream()
        .filter(device -> device.ebs() != null)
        .map(device -> volumes.get(device.ebs().volumeId()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The volumes that the recorded instances count as their own. */
  static Set<String> recorded(AwsScope scope) {
    return scope
        .recorded("aws_instance")
        .flatMap(
            each ->
                Stream.concat(
                    each.at("root_block_device").items().stream(),
                    each.at("ebs_block_device").items().stream()))
        .map(block -> block.at("volume_id").text())
        .collect(Collectors.toSet());
  }

  void putInto(Attributes attributes) {
    values.forEach(attributes::put);
  }
}
