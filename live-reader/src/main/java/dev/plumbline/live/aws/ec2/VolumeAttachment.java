package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachmentState;

/**
 * {@code aws_volume_attachment}: a volume is attached to an instance as that device, or it is not.
 * Its id is a hash of the three.
 */
public final class VolumeAttachment implements ResourceType {

  @Override
  public String name() {
    return "aws_volume_attachment";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(VolumeListing.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.withUnobservable(
        "local to Terraform", "force_detach", "skip_destroy", "stop_instance_before_detaching");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_ebs_volume", "id", "volume_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, Volume> volumes = VolumeListing.of(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(volumes.get(recorded.at("volume_id").text()))
                .flatMap(volume -> attachment(volume, recorded))
                .map(attachment -> observed(batch, recorded, attachment))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "the completed listing of %s does not show it"
                                .formatted(VolumeListing.LIST))));
  }

  private static Optional<software.amazon.awssdk.services.ec2.model.VolumeAttachment> attachment(
      Volume volume, RecordedResource recorded) {
    return volume.attachments().stream()
        .filter(each -> each.state() != VolumeAttachmentState.DETACHED)
        .filter(each -> recorded.at("device_name").text().equals(each.device()))
        .filter(each -> recorded.at("instance_id").text().equals(each.instanceId()))
        .findFirst();
  }

  private static Observation observed(
      Batch batch,
      RecordedResource recorded,
      software.amazon.awssdk.services.ec2.model.VolumeAttachment attachment) {
    if (attachment.state() == VolumeAttachmentState.DETACHING) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          VolumeListing.LIST,
          "in transition (detaching); read again later.");
    }
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("device_name", attachment.device())
        .put("instance_id", attachment.instanceId())
        .put("volume_id", recorded.at("volume_id"))
        .found();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(
        "%s:%s:%s"
            .formatted(
                resource.at("device_name").text(),
                resource.at("volume_id").text(),
                resource.at("instance_id").text()));
  }
}
