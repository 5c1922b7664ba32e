package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.Volume;

/** One volume of an instance as a {@code root_block_device} or {@code ebs_block_device}. */
final class BlockDevice {

  private BlockDevice() {}

  static Value of(InstanceBlockDeviceMapping device, Volume volume, VolumeTags tags, boolean root) {
    Map<String, Value> block = new TreeMap<>();
    block.put("volume_id", Shape.of(volume.volumeId()));
    block.put("device_name", Shape.of(device.deviceName()));
    block.put("delete_on_termination", Shape.of(device.ebs().deleteOnTermination()));
    block.put("volume_size", Shape.of(volume.size()));
    block.put("volume_type", Shape.of(volume.volumeTypeAsString()));
    block.put("iops", Shape.of(volume.iops()));
    block.put("throughput", Shape.of(volume.throughput()));
    block.put("encrypted", Shape.of(volume.encrypted()));
    block.put("kms_key_id", Shape.of(volume.kmsKeyId()));
    if (!root) {
      block.put("snapshot_id", Shape.of(volume.snapshotId()));
    }
    block.putAll(tags.of(volume));
    return Value.of(block);
  }
}
