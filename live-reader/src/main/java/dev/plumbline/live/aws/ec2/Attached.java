package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What resources of their own attach to an instance.
 *
 * @param volumes the volumes' ids
 * @param blocks those that the instance records nevertheless, since a refresh has seen them
 */
record Attached(Set<String> volumes, List<Value> blocks) {

  static Attached of(AwsScope scope, RecordedResource instance) {
    Set<String> volumes =
        scope
            .recorded("aws_volume_attachment")
            .filter(each -> each.at("instance_id").text().equals(instance.id()))
            .map(each -> each.at("volume_id").text())
            .collect(Collectors.toSet());
    List<Value> blocks =
        instance.at("ebs_block_device").items().stream()
            .filter(block -> volumes.contains(volume(block)))
            .toList();
    return new Attached(volumes, blocks);
  }

  /** Whether the instance does not show that volume. */
  boolean isOmitted(String volume) {
    return volumes.contains(volume)
        && blocks.stream().noneMatch(block -> volume(block).equals(volume));
  }

  /** The recorded blocks of volumes that are no longer attached. */
  List<Value> missing(List<Value> shown) {
    Set<String> there = shown.stream().map(Attached::volume).collect(Collectors.toSet());
    return blocks.stream().filter(block -> !there.contains(volume(block))).toList();
  }

  private static String volume(Value block) {
    return block.at("volume_id").text();
  }
}
