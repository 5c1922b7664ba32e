package dev.plumbline.live.aws.ec2;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
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
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeState;

/** {@code aws_ebs_volume}. One listing answers everything about all of them. */
public final class EbsVolume implements ResourceType {

  private static final Set<VolumeState> MOVING = Set.of(VolumeState.CREATING, VolumeState.DELETING);

  @Override
  public String name() {
    return "aws_ebs_volume";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(VolumeListing.LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(Meaning.INSTANT, "create_time")
        .withUnobservable("local to Terraform", "final_snapshot");
  }

  @Override
  public Set<String> creations() {
    return Set.of("CreateVolume");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, Volume> volumes = VolumeListing.of(batch.scope());
    return batch.each(
        recorded ->
            Optional.ofNullable(volumes.get(recorded.id()))
                .map(volume -> observed(batch, volume))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            "it is not in the completed listing of " + VolumeListing.LIST)));
  }

  private static Observation observed(Batch batch, Volume volume) {
    if (volume.state() == VolumeState.DELETED) {
      return new Observation.Gone(VolumeListing.LIST + " says that the volume is deleted");
    }
    if (volume.state() != null && MOVING.contains(volume.state())) {
      throw new ReadFailure(
          ReadFailure.Kind.IN_TRANSITION,
          VolumeListing.LIST,
          "in transition (%s); read again later.".formatted(volume.state()));
    }
    return batch
        .attributes()
        .from(volume)
        .put("id", volume.volumeId())
        .put("arn", Ec2.arn(batch.scope(), batch.scope().account(), "volume/", volume.volumeId()))
        .put("type", volume.volumeTypeAsString())
        .tags(volume.tags())
        .found();
  }

  /** But for those that came with an instance: all of one that is not recorded itself. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> ofInstances = BlockDevices.recorded(scope);
    Set<String> instances =
        scope.recorded("aws_instance").map(RecordedResource::id).collect(Collectors.toSet());
    return VolumeListing.of(scope).values().stream()
        .filter(
            volume -> volume.attachments().stream().allMatch(each -> isAddedTo(instances, each)))
        .map(Volume::volumeId)
        .filter(id -> !ofInstances.contains(id))
        .toList();
  }

  private static boolean isAddedTo(
      Set<String> instances,
      software.amazon.awssdk.services.ec2.model.VolumeAttachment attachment) {
    return attachment.instanceId() != null
        && instances.contains(attachment.instanceId())
        && !Boolean.TRUE.equals(attachment.deleteOnTermination());
  }
}
