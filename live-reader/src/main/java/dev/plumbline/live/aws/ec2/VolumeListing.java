package dev.plumbline.live.aws.ec2;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Listings;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.EbsInstanceBlockDevice;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * The volumes by id that anything recorded in the scope is about: volumes, attachments, and what
 * the recorded instances have attached now.
 */
final class VolumeListing {

  static final String LIST = "ec2:DescribeVolumes";

  private VolumeListing() {}

  static Map<String, Volume> of(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            Listings.byId(
                scope,
                wanted(scope).toList(),
                ids -> list(scope, List.of(Ec2.filter("volume-id", ids))),
                () -> list(scope, List.of()),
                Volume::volumeId));
  }

  private static Stream<String> wanted(AwsScope scope) {
    Stream<String> volumes = scope.recorded("aws_ebs_volume").map(RecordedResource::id);
    Stream<String> attached =
        scope.recorded("aws_volume_attachment").map(each -> each.at("volume_id").text());
    return Stream.of(volumes, attached, ofInstances(scope)).flatMap(each -> each);
  }

  /**
   * Where the instances cannot be listed, their own reader says so; volumes need not fail with it.
   */
  private static Stream<String> ofInstances(AwsScope scope) {
    if (scope.recorded("aws_instance").findAny().isEmpty()) {
      return Stream.of();
    }
    try {
      return Instances.of(scope).values().stream()
          .flatMap(instance -> instance.blockDeviceMappings().stream())
          .map(InstanceBlockDeviceMapping::ebs)
          .filter(Objects::nonNull)
          .map(EbsInstanceBlockDevice::volumeId);
    } catch (ReadFailure _) {
      return Stream.of();
    }
  }

  private static List<Volume> list(AwsScope scope, List<Filter> filters) {
    return scope.call(
        LIST,
        () ->
            Ec2.client(scope)
                .describeVolumesPaginator(r -> r.filters(filters).maxResults(Ec2.PAGE))
                .volumes()
                .stream()
                .toList());
  }
}
